using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Evaluation.Functions.Look;

/// <summary>Renders a page from its component.</summary>
internal sealed partial class HtmlPage(IServiceProvider services, ILoggerFactory loggers)
{
    private const int FirstPrintable = 0xA0;

    /// <summary>The page, LF line ends.</summary>
    /// <param name="parameters">What the component is given, by name.</param>
    public async Task<string> RenderAsync<TComponent>(IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
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
