using System.Globalization;
using System.Text;

namespace Evaluation.Core.Reports.Charts;

/// <summary>Writes the elements of one chart: class names in a page, attributes in a file of its own.</summary>
internal sealed class SvgCanvas : ChartCanvas
{
    private const string StandaloneId = "chart";
    private const double StandaloneScale = 2;

    private readonly StringBuilder _body = new();
    private readonly string _id;
    private readonly bool _inPage;

    private SvgCanvas(string id, bool inPage) => (_id, _inPage) = (id, inPage);

    internal static SvgCanvas Inline(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? new SvgCanvas(id, inPage: true)
            : throw new ArgumentException("An identifier is a letter, then letters, digits, - and _.", nameof(id));
    }

    internal static SvgCanvas Standalone() => new(StandaloneId, inPage: false);

    public override void Path(string style, string data)
    {
        var attributes = _inPage ? Class(style) : Ink.OfShape(style).SvgAttributes;
        _body.Append(CultureInfo.InvariantCulture, $"<path{attributes} d=\"{data}\"/>");
    }

    public override void Circle(string style, double x, double y, double radius)
    {
        var attributes = _inPage ? Class(style) : Ink.OfShape(style).SvgAttributes;
        _body.Append(
            CultureInfo.InvariantCulture,
            $"<circle{attributes} cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\"/>");
    }

    public override void Text(string style, double x, double y, string text, string? whole = null)
    {
        var attributes = _inPage ? Class(style) : Ink.OfText(style).SvgAttributes;
        var title = whole is null ? "" : $"<title>{SvgText.Escape(whole)}</title>";
        _body.Append(CultureInfo.InvariantCulture, $"<text{attributes} x=\"{Number(x)}\" y=\"{Number(y)}\">");
        _body.Append(CultureInfo.InvariantCulture, $"{title}{SvgText.Escape(text)}</text>");
    }

    /// <summary>The whole element or document, once everything is drawn.</summary>
    internal string Finish(string title, string description, double height)
    {
        var box = $"viewBox=\"0 0 {Chart.Width} {Number(height)}\"";
        var head = _inPage
            ? $"<svg class=\"c\" {box}"
            : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"" +
                $" width=\"{Number(Chart.Width * StandaloneScale)}\" height=\"{Number(height * StandaloneScale)}\"" +
                $" {box} font-family=\"{StyleRules.FontStack}\"";
        var paper = _inPage ? "" : $"<path fill=\"#fff\" d=\"M0 0h{Chart.Width}v{Number(height)}H0z\"/>";
        return $"{head} role=\"img\" aria-labelledby=\"{_id}-t {_id}-d\">" +
            $"<title id=\"{_id}-t\">{SvgText.Escape(title)}</title>" +
            $"<desc id=\"{_id}-d\">{SvgText.Escape(description)}</desc>{paper}{_body}</svg>" +
            (_inPage ? "" : "\n");
    }

    private static string Class(string style) => style.Length == 0 ? "" : $" class=\"{style}\"";
}
