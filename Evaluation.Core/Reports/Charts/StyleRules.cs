namespace Evaluation.Core.Reports.Charts;

/// <summary>The chart rules of the style sheet (<c>.c …</c>) as attributes, for what is drawn outside a page.</summary>
/// <remarks>Later rules win over earlier ones, as in the style sheet, whatever the order of the class names.</remarks>
internal static class StyleRules
{
    internal const string FontStack =
        "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', sans-serif";

    private static readonly (string Class, (string Name, string Value)[] Attributes)[] Rules =
    [
        ("", [("font-size", "12"), ("fill", "#43505b"), ("paint-order", "stroke"), ("stroke", "#fff"),
            ("stroke-width", "3"), ("stroke-linejoin", "round")]),
        ("t", [("fill", "#16202a")]),
        ("b", [("font-weight", "700"), ("fill", "#16202a")]),
        ("s", [("font-size", "11")]),
        ("e", [("text-anchor", "end")]),
        ("m", [("text-anchor", "middle")]),
        ("g", [("stroke", "#cbd4d6"), ("stroke-width", "1")]),
        ("ax", [("stroke", "#16202a"), ("stroke-width", "1")]),
        ("l0", [("fill", "none"), ("stroke", "#0f4d5f"), ("stroke-width", "2.5"), ("stroke-linejoin", "round"),
            ("stroke-linecap", "round")]),
        ("l1", [("fill", "none"), ("stroke", "#7a858c"), ("stroke-width", "1.5"), ("stroke-dasharray", "2 3"),
            ("stroke-linecap", "round")]),
        ("tg", [("stroke", "#a8440a"), ("stroke-width", "1.5"), ("stroke-dasharray", "7 4"), ("fill", "none")]),
        ("p", [("fill", "#0f4d5f"), ("stroke", "#fff"), ("stroke-width", "1")]),
        ("ph", [("fill", "#fff"), ("stroke", "#0f4d5f"), ("stroke-width", "2")]),
        ("f1", [("fill", "#0f4d5f")]),
        ("f2", [("fill", "#7f8f34")]),
        ("f3", [("fill", "#3e362d")]),
        ("f4", [("fill", "#4099b7")]),
        ("f5", [("fill", "#986d74")]),
        ("f6", [("fill", "#546621")]),
        ("fn", [("fill", "#7a858c")]),
        ("up", [("fill", "#a8440a")]),
        ("iv", [("fill", "#fff"), ("stroke", "none"), ("font-weight", "700")]),
        ("tgl", [("fill", "#a8440a"), ("font-weight", "700")]),
        ("dn", [("fill", "#4099b7")]),
        ("ld", [("stroke", "#7d8a90"), ("stroke-width", "1"), ("fill", "none")]),
    ];

    /// <summary>The attributes an element of these classes has, in a fixed order.</summary>
    internal static IReadOnlyList<(string Name, string Value)> Attributes(string classes, bool isText)
    {
        var names = classes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var attributes = new List<(string Name, string Value)>();
        foreach (var rule in Rules.Where(r => r.Class.Length == 0 ? isText : names.Contains(r.Class)))
        {
            foreach (var attribute in rule.Attributes)
            {
                var known = attributes.FindIndex(a => a.Name == attribute.Name);
                if (known < 0)
                {
                    attributes.Add(attribute);
                }
                else
                {
                    attributes[known] = attribute;
                }
            }
        }

        return attributes;
    }
}
