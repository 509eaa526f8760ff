using System.Globalization;
using System.Xml.Linq;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Tests.Reports.Charts;

/// <summary>A text of a drawn chart and the space it is estimated to take.</summary>
internal sealed record RenderedText(string Text, TextBox Box)
{
    internal static IReadOnlyList<RenderedText> In(string svg) =>
        [.. XDocument.Parse(svg).Descendants("text").Select(Of)];

    private static RenderedText Of(XElement element)
    {
        var classes = ((string?)element.Attribute("class") ?? "").Split(' ');
        var text = string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value));
        var anchor = classes.Contains("e") ? TextAnchor.End
            : classes.Contains("m") ? TextAnchor.Middle
            : TextAnchor.Start;
        var bold = classes.Any(name => name is "b" or "iv" or "tgl");
        var box = TextBox.Of(text, At("x"), At("y"), classes.Contains("s") ? 11 : 12, bold, anchor);
        return new RenderedText(text, box);

        double At(string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }
}
