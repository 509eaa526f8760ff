using Evaluation.Core.Assessments;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Annual;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Tests.Reports;
using Evaluation.Functions.Look;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluation.Benchmarks;

/// <summary>The annual report of a service with 49 communes, beside an empty page through the same renderer.</summary>
internal static class ReportCpu
{
    public static Task RunAsync(CancellationToken cancellationToken)
    {
        var pages = new HtmlPage(Rendering.Services, NullLoggerFactory.Instance);
        var dossier = new SampleService().Dossier();
        var evaluation = AnnualEvaluation.Of(dossier);
        var report = AnnualReport.Of(evaluation, SampleService.Edition);
        return CpuTable.RunAsync(
            cancellationToken,
            ("empty page", () => pages.RenderAsync<Empty>(new Dictionary<string, object?>())),
            ("evaluation", () => Task.FromResult(AnnualEvaluation.Of(dossier))),
            ("model", () => Task.FromResult(AnnualReport.Of(evaluation, SampleService.Edition))),
            ("all formats", () => Rendering.Files.RenderAsync(report, cancellationToken)),
            ("page, data, table, drawings", async () =>
            {
                var fresh = await Rendering.PageDataTableAsync(dossier);
                foreach (var shown in AnnualPaper.Of(fresh).Charts())
                {
                    _ = (shown.Sheet.Graphic as Chart)?.ToStandaloneSvg();
                }
            }
        ),
            ("everything", () => Rendering.Files.RenderAsync(
                AnnualReport.Of(AnnualEvaluation.Of(dossier), SampleService.Edition), cancellationToken)));
    }
}
