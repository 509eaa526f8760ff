using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Evaluation.Core.Reports;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Evaluation.Functions.Report.Html;

/// <summary>Renders the page of an annual report: one self-contained file.</summary>
internal static partial class ReportPage
{
    private const int FirstPrintable = 0xA0;

    /// <summary>The page, LF line ends.</summary>
    public static async Task<string> RenderAsync(AnnualReport report, IServiceProvider services, ILoggerFactory loggers)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(AnnualReportPage.Report)] = report });
            return (await renderer.RenderComponentAsync<AnnualReportPage>(parameters)).ToHtmlString();
        });
        return Readable(html.ReplaceLineEndings("\n"));
    }

    // The renderer writes every letter beyond ASCII as a reference; in a UTF-8 file French stays readable. A reference
    // typed by a user comes as &amp;#x…; and stays as it is.
    private static string Readable(string html) => Reference().Replace(
        html,
        match => int.Parse(match.ValueSpan[3..^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var code
            && code >= FirstPrintable && Rune.IsValid(code)
            ? char.ConvertFromUtf32(code)
            : match.Value);

    [GeneratedRegex("&#x[0-9A-F]{2,6};", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
