using System.Text;
using Evaluation.Core.Tests;
using Evaluation.Core.Tests.Reports;

namespace Evaluation.Functions.Tests.Report;

public sealed class AnnualReportGoldenTests
{
    // Text files lose it when they are read; another test looks for it.
    private const char ByteOrderMark = '\uFEFF';

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.json")]
    [InlineData("report.csv")]
    [InlineData("charts/qualite-membres.svg")]
    [InlineData("charts/economies.svg")]
    public async Task The_report_of_49_communes_is_as_reviewed(string name)
    {
        var files = await ReportFiles.RenderAsync(new SampleService().Report());

        GoldenFile.Matches($"Report/Golden/{name}", Encoding.UTF8.GetString(files[name].Content).TrimStart(ByteOrderMark));
    }

    [Fact]
    public async Task The_report_of_a_service_without_records_is_as_reviewed()
    {
        var files = await ReportFiles.RenderAsync(SampleService.Bare.Report());

        GoldenFile.Matches("Report/Golden/bare.html", Encoding.UTF8.GetString(files["report.html"].Content));
    }

    [Fact]
    public async Task What_changed_for_49_communes_is_told_as_reviewed()
    {
        var files = await ReportFiles.RenderAsync(ChangedService.Report());
        var html = Encoding.UTF8.GetString(files["report.html"].Content);
        var from = html.IndexOf("<section class=\"syn filet\" aria-labelledby=\"chg\"", StringComparison.Ordinal);

        GoldenFile.Matches("Report/Golden/changes.html", html[from..(html.IndexOf("</section>", from, StringComparison.Ordinal) + "</section>".Length)]);
        GoldenFile.Matches(
            "Report/Golden/changes.csv",
            string.Join('\n', Encoding.UTF8.GetString(files["report.csv"].Content).TrimStart(ByteOrderMark).Split("\r\n")
                .Where((line, index) => index == 0 || line.StartsWith("Changements", StringComparison.Ordinal))) + "\n");
    }
}
