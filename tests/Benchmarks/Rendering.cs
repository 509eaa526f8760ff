using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Reports;
using Evaluation.Functions.Look;
using Evaluation.Functions.Report;
using Evaluation.Functions.Report.Html;
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

    /// <summary>The annual report from its facts on, as page, data and table, and nothing else of it.</summary>
    public static async Task<AnnualReport> PageDataTableAsync(Dossier dossier)
    {
        var report = AnnualReport.Of(AnnualEvaluation.Of(dossier), SampleService.Edition);
        await Services.GetRequiredService<HtmlPage>().RenderAsync<AnnualReportPage>(
            new Dictionary<string, object?> { [nameof(AnnualReportPage.Report)] = report });
        GC.KeepAlive((ReportJson.Write(report), ReportCsv.Write(report)));
        return report;
    }
}
