using Evaluation.Core.Reports;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluation.Functions.Tests.Report;

/// <summary>Renders reports as the app does.</summary>
internal static class ReportFiles
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton<Look.HtmlPage>()
        .AddSingleton<AnnualReportFiles>()
        .BuildServiceProvider();

    /// <summary>The files of a report, by name.</summary>
    public static async Task<IReadOnlyDictionary<string, ReportFile>> RenderAsync(AnnualReport report) =>
        (await ListAsync(report)).ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>The files of a report, in order.</summary>
    public static Task<IReadOnlyList<ReportFile>> ListAsync(AnnualReport report) =>
        Services.GetRequiredService<AnnualReportFiles>().RenderAsync(report, TestContext.Current.CancellationToken);
}
