using System.Collections.Concurrent;
using System.Globalization;

namespace Evaluation.Core.Reports.Charts;

/// <summary>Where a text stands against its coordinate.</summary>
public enum TextAnchor
{
    /// <summary>It begins there.</summary>
    Start,

    /// <summary>Its middle is there.</summary>
    Middle,

    /// <summary>It ends there.</summary>
    End,
}

/// <summary>What the class names of an element mean, worked out once for every canvas.</summary>
/// <remarks>Colours are <c>0xRRGGBB</c>, null for none; lengths are user units.</remarks>
public sealed class Ink
{
    private static readonly ConcurrentDictionary<string, Ink> Shapes = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Ink> Texts = new(StringComparer.Ordinal);

    private Ink(string classes, bool isText)
    {
        const int black = 0;
        var attributes = StyleRules.Attributes(classes, isText);
        Fill = attributes.Any(a => a.Name == "stroke") ? null : black;
        SvgAttributes = string.Concat(attributes.Select(a => $" {a.Name}=\"{a.Value}\""));
        foreach (var (name, value) in attributes)
        {
            switch (name)
            {
                case "fill":
                    Fill = Colour(value);
                    break;
                case "stroke":
                    Stroke = Colour(value);
                    break;
                case "stroke-width":
                    Width = Length(value);
                    break;
                case "stroke-dasharray":
                    Dash = [.. value.Split(' ').Select(Length)];
                    break;
                case "stroke-linejoin" or "stroke-linecap":
                    HasRoundJoins |= name == "stroke-linejoin";
                    HasRoundCaps |= name == "stroke-linecap";
                    break;
                case "font-size":
                    Size = Length(value);
                    break;
                case "font-weight":
                    IsBold = true;
                    break;
                case "text-anchor":
                    Anchor = value == "end" ? TextAnchor.End : TextAnchor.Middle;
                    break;
                case "paint-order":
                    break;
                default:
                    throw new InvalidOperationException($"No canvas knows the attribute {name}.");
            }
        }
    }

    /// <summary>Colour inside. Black when no rule names a colour at all, as in SVG; what has only a line encloses nothing.</summary>
    public int? Fill { get; }

    /// <summary>Colour of the line; for a text, of the halo under it.</summary>
    public int? Stroke { get; }

    /// <summary>Width of the line.</summary>
    public double Width { get; } = 1;

    /// <summary>Lengths of strokes and gaps in turn; empty for a solid line.</summary>
    public IReadOnlyList<double> Dash { get; } = [];

    /// <summary>Whether corners are round.</summary>
    public bool HasRoundJoins { get; }

    /// <summary>Whether ends are round.</summary>
    public bool HasRoundCaps { get; }

    /// <summary>Size of the letters; 0 for a shape.</summary>
    public double Size { get; }

    /// <summary>Whether letters are bold.</summary>
    public bool IsBold { get; }

    /// <summary>Where a text stands against its coordinate.</summary>
    public TextAnchor Anchor { get; }

    /// <summary>The same as attributes of an SVG element, each after a space.</summary>
    internal string SvgAttributes { get; }

    /// <summary>The ink of a path or a circle.</summary>
    /// <param name="classes">Class names, separated by spaces; unknown ones mean nothing.</param>
    public static Ink OfShape(string classes) => Shapes.GetOrAdd(classes, c => new Ink(c, isText: false));

    /// <summary>The ink of a text.</summary>
    /// <param name="classes">Class names, separated by spaces; unknown ones mean nothing.</param>
    public static Ink OfText(string classes) => Texts.GetOrAdd(classes, c => new Ink(c, isText: true));

    private static double Length(string value) => double.Parse(value, CultureInfo.InvariantCulture);

    private static int? Colour(string value) => value switch
    {
        "none" => null,
        ['#', var r, var g, var b] => Convert.ToInt32($"{r}{r}{g}{g}{b}{b}", 16),
        _ => Convert.ToInt32(value[1..], 16),
    };
}
