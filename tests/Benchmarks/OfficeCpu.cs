using Evaluation.Core.Reports.Annual;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Reports;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Report.Pictures;

namespace Evaluation.Benchmarks;

/// <summary>The files that offices use of the annual report with 49 communes, beside its page, data and table from the evaluation on.</summary>
internal static class OfficeCpu
{
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var dossier = new SampleService().Dossier();
        var paper = AnnualPaper.Of(new SampleService().Report());
        var drawn = paper.Charts().ToDictionary(chart => chart.Name, Drawn, StringComparer.Ordinal);
        Console.WriteLine($"{drawn.Count} pictures in the document");
        (string Name, Func<Task> Work) peer = ("page, data and table", () => Rendering.PageDataTableAsync(dossier));
        await CpuTable.RunAsync(
            cancellationToken,
            peer,
            ("workbook", () => Done(() => PaperWorkbook.Write(paper))),
            ("document, pictures drawn before", () => Done(() => PaperDocument.Write(paper, chart => drawn[chart.Name]))));

        // Apart: what a picture leaves to the collector would be counted with the work that comes after it.
        await CpuTable.RunAsync(
            cancellationToken,
            peer,
            ("document and its pictures", () => Done(() => PaperDocument.Write(paper, Drawn))));
    }

    private static BinaryData Drawn(PaperChart chart) => BinaryData.FromBytes(Picture.Draw(chart.Sheet, PictureFrame.Page));

    private static Task Done<T>(Func<T> work)
    {
        GC.KeepAlive(work());
        return Task.CompletedTask;
    }
}
