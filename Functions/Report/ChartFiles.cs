using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Functions.Report.Pictures;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>The files of the charts of a report: drawings, then what each chart shows.</summary>
internal static class ChartFiles
{
    public static IEnumerable<ReportFile> Of(IReadOnlyList<NamedSheet> sheets) => [.. Drawings(sheets), .. Models(sheets)];

    private static IEnumerable<ReportFile> Drawings(IReadOnlyList<NamedSheet> sheets) =>
        from sheet in sheets
        let chart = sheet.Sheet.Graphic as Chart
        where chart is not null
        select new ReportFile(PictureFiles.DrawingOf(sheet.Name), "image/svg+xml", BinaryData.FromString(chart.ToStandaloneSvg()));

    private static IEnumerable<ReportFile> Models(IReadOnlyList<NamedSheet> sheets) => sheets.Select(sheet =>
        new ReportFile(PictureFiles.ModelOf(sheet.Name), "application/json", ChartSheetJson.Write(sheet.Sheet)));
}
