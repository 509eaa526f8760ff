using Evaluation.Functions.Look;
using Evaluation.Functions.Report;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluation.Benchmarks;

/// <summary>The app's writer of reports, with nothing around it.</summary>
internal static class Rendering
{
    public static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton<HtmlPage>()
        .AddSingleton<AnnualReportFiles>()
        .BuildServiceProvider();

    public static readonly AnnualReportFiles Files = Services.GetRequiredService<AnnualReportFiles>();
}
