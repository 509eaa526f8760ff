using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Evaluation.Core.Tests.Reports;

namespace Evaluation.Functions.Tests.Report;

public sealed class AnnualReportDataTests
{
    [Fact]
    public async Task Json_holds_numbers_as_numbers_and_camel_case_names()
    {
        var files = await ReportFiles.RenderAsync(new SampleService().Report());
        using var json = JsonDocument.Parse(files["report.json"].Content);

        var split = json.RootElement.GetProperty("split");
        Assert.Equal(1_559_507.61m, split.GetProperty("total").GetProperty("amount").GetProperty("value").GetDecimal());
        Assert.Equal(49, split.GetProperty("rows").GetArrayLength());
        Assert.Equal("2026-06-16", json.RootElement.GetProperty("cover").GetProperty("generatedOn").GetString());
        Assert.Equal(
            "missed",
            json.RootElement.GetProperty("quality").GetProperty("lines").EnumerateArray()
                .Single(l => l.GetProperty("code").GetString() == "ADS-07").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Csv_opens_in_a_French_spreadsheet()
    {
        var files = await ReportFiles.RenderAsync(new SampleService().Report());
        var bytes = files["report.csv"].Content.ToArray();

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Equal(15, line.Count(c => c == ';')));
        Assert.DoesNotContain(lines, line => line.Contains('\n', StringComparison.Ordinal));
        var amounts = lines.Where(l => l.StartsWith("Répartition;;Montant;", StringComparison.Ordinal))
            .Sum(l => decimal.Parse(l.Split(';')[7].Replace(',', '.'), CultureInfo.InvariantCulture));
        Assert.Equal(1_559_507.61m, amounts);
    }

    [Fact]
    public async Task Csv_neutralises_what_a_spreadsheet_would_run()
    {
        var communes = GrenobleCommunes.All.Take(3).Select((c, i) => c with { Name = i == 0 ? "=HYPERLINK(\"x\";\"y\")" : c.Name });
        var files = await ReportFiles.RenderAsync(new SampleService { Communes = [.. communes] }.Report());
        var csv = files["report.csv"].Content.ToString();

        Assert.Contains(";\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\";", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(";=", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_of_their_own_are_valid_documents()
    {
        var files = await ReportFiles.ListAsync(new SampleService().Report());

        Assert.All(files.Where(f => f.ContentType == "image/svg+xml"), file =>
            Assert.Equal("svg", XDocument.Parse(file.Content.ToString()).Root!.Name.LocalName));
    }
}
