namespace Evaluation.Core.Reports.Charts;

/// <summary>Breaks a label between words.</summary>
internal static class TextWrap
{
    /// <summary>The label on one line if it fits, else on two; what still does not fit ends with an ellipsis.</summary>
    internal static IReadOnlyList<string> TwoLines(string text, double room, double size)
    {
        if (TextWidth.Of(text, size) <= room || !text.Contains(' ', StringComparison.Ordinal))
        {
            return [TextWidth.Fit(text, room, size)];
        }

        var cut = text.IndexOf(' ', StringComparison.Ordinal);
        for (var next = cut; next >= 0 && TextWidth.Of(text[..next], size) <= room; next = text.IndexOf(' ', next + 1))
        {
            cut = next;
        }

        return [TextWidth.Fit(text[..cut], room, size), TextWidth.Fit(text[(cut + 1)..], room, size)];
    }
}
