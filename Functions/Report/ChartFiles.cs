using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Report.Pictures;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>The files of the charts of a report: drawings, then what each chart shows.</summary>
internal static class ChartFiles
{
    public static IEnumerable<ReportFile> Of(Paper paper) => [.. Drawings(paper), .. Models(paper)];

    private static IEnumerable<ReportFile> Drawings(Paper paper) =>
        from shown in paper.Charts()
        let chart = shown.Sheet.Graphic as Chart
        where chart is not null
        select new ReportFile(PictureFiles.DrawingOf(shown.Name), "image/svg+xml", BinaryData.FromString(chart.ToStandaloneSvg()));

    private static IEnumerable<ReportFile> Models(Paper paper) => paper.Charts().Select(shown =>
        new ReportFile(PictureFiles.ModelOf(shown.Name), "application/json", ChartSheetJson.Write(shown.Sheet)));
}
