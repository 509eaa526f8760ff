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
}
