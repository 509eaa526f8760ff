using System.Globalization;
using System.Text;

namespace Evaluation.Core.Reports.Charts;

/// <summary>Writes the elements of one chart: class names in a page, attributes in a file of its own.</summary>
internal sealed class SvgCanvas
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

    /// <summary>A coordinate with at most one decimal, rounded half away from zero, never <c>-0</c>.</summary>
    internal static string Number(double value)
    {
        var rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    internal static string Points(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join('L', points.Select(p => $"{Number(p.X)} {Number(p.Y)}"));

    internal void Path(string style, string data) => _body.Append(
        CultureInfo.InvariantCulture, $"<path{Style(style, isText: false)} d=\"{data}\"/>");

    internal void Horizontal(string style, double from, double to, double y) =>
        Path(style, $"M{Number(from)} {Number(y)}H{Number(to)}");

    internal void Vertical(string style, double x, double from, double to) =>
        Path(style, $"M{Number(x)} {Number(from)}V{Number(to)}");

    internal void Rectangle(string style, double x, double y, double width, double height)
    {
        var (w, h) = (Number(width), Number(height));
        Path(style, $"M{Number(x)} {Number(y)}h{w}v{h}h-{w}z");
    }

    internal void Circle(string style, double x, double y, double radius) => _body.Append(
        CultureInfo.InvariantCulture,
        $"<circle{Style(style, isText: false)} cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\"/>");

    /// <summary>Text at a baseline; <paramref name="whole"/> is the full text when only part of it is shown.</summary>
    internal void Text(string style, double x, double y, string text, string? whole = null)
    {
        var title = whole is null ? "" : $"<title>{SvgText.Escape(whole)}</title>";
        _body.Append(
            CultureInfo.InvariantCulture,
            $"<text{Style(style, isText: true)} x=\"{Number(x)}\" y=\"{Number(y)}\">");
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
                $" {box} font-family=\"{SvgStyle.FontStack}\"";
        var paper = _inPage ? "" : $"<path fill=\"#fff\" d=\"M0 0h{Chart.Width}v{Number(height)}H0z\"/>";
        return $"{head} role=\"img\" aria-labelledby=\"{_id}-t {_id}-d\">" +
            $"<title id=\"{_id}-t\">{SvgText.Escape(title)}</title>" +
            $"<desc id=\"{_id}-d\">{SvgText.Escape(description)}</desc>{paper}{_body}</svg>" +
            (_inPage ? "" : "\n");
    }

    private string Style(string style, bool isText)
    {
        if (_inPage)
        {
            return style.Length == 0 ? "" : $" class=\"{style}\"";
        }

        return string.Concat(SvgStyle.Attributes(style, isText).Select(a => $" {a.Name}=\"{a.Value}\""));
    }
}
