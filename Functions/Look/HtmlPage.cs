using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Evaluation.Functions.Look;

/// <summary>Renders a page from its component.</summary>
internal sealed class HtmlPage(IServiceProvider services, ILoggerFactory loggers)
{
    private const string Opening = "&#x";
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
    private static string Readable(string html)
    {
        var text = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        for (var at = rest.IndexOf(Opening); at >= 0; at = rest.IndexOf(Opening))
        {
            text.Append(rest[..at]);
            rest = rest[at..];
            var end = rest.IndexOf(';');
            if (end > Opening.Length
                && int.TryParse(rest[Opening.Length..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && code >= FirstPrintable
                && Rune.TryCreate(code, out var letter))
            {
                text.Append(letter);
                rest = rest[(end + 1)..];
            }
            else
            {
                text.Append(Opening);
                rest = rest[Opening.Length..];
            }
        }

        return text.Append(rest).ToString();
    }
}
