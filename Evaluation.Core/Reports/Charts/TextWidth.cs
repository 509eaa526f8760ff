namespace Evaluation.Core.Reports.Charts;

/// <summary>Estimates how wide a text is drawn, so that labels can be placed without a font engine.</summary>
/// <remarks>
/// Advance widths are those of Liberation Sans (metric-compatible with Arial and Helvetica), in thousandths of the
/// font size, for the characters of French names and numbers. Others count as one em: better too wide than cut.
/// </remarks>
internal static class TextWidth
{
    private const int Em = 1000;

    private static readonly (int Width, string Characters)[] Regular =
    [
        (191, "'"),
        (222, "ijlįĵĺļłſ‘’"),
        (260, "|¦"),
        (278, " !,./:;I[\\]ft\u00A0\u202F·ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧ"),
        (333, "()-`r¡¨²³´¸¹ŕŗř‐‑“”{}"),
        (355, "\""),
        (370, "ªº*"),
        (400, "°"),
        (500, "JcksvxyzçýÿćĉċčĴķśŝşšŷźżž^"),
        (556, "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűų–€"),
        (584, "+<=>~¬×−±÷"),
        (611, "FTZ¿ßøŢŤŦŹŻŽ"),
        (667, "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸ"),
        (722, "CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵ"),
        (778, "GOQÒÓÔÕÖØĜĞĠĢŌŎŐ"),
        (833, "Mm¼½¾"),
        (889, "%æ"),
        (944, "WœŴ"),
        (990, "▲▼"),
    ];

    private static readonly (int Width, string Characters)[] Bold =
    [
        (238, "'"),
        (278, " ,./I\\ijl\u00A0\u202F·ÌÍÎÏìíîïĨĩĪīĬĭĮįİıĵĺļłſ‘’|¦"),
        (333, "!()-:;[]`ft¡¨²³´¸¹ţŧ‐‑"),
        (389, "*r{}ŕŗřªº"),
        (474, "\""),
        (500, "zźżž“”"),
        (556, "#$0123456789J_aceksvxy¢£¤¥§«»àáâãäåçèéêëýÿāăąćĉċčēĕėęěĴķśŝşšŷ–€"),
        (584, "+<=>^~¬×−±÷"),
        (611, "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþđĝğġģĥħĹĻĽĿŁńņňŋōŏőŢŤŦũūŭůűųŹŻŽ"),
        (667, "EPSVXYÈÉÊËÝÞĒĔĖĘĚŚŜŞŠŶŸ"),
        (722, "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜĀĂĄĆĈĊČĎĐĤĦĶŃŅŇŔŖŘŨŪŬŮŰŲ"),
        (778, "GOQwÒÓÔÕÖØĜĞĠĢŌŎŐŵ"),
        (833, "M¼½¾"),
        (889, "%mæ"),
        (944, "WœŴ"),
        (990, "▲▼"),
    ];

    private static readonly Dictionary<char, int> RegularWidths = ByCharacter(Regular);
    private static readonly Dictionary<char, int> BoldWidths = ByCharacter(Bold);

    /// <summary>The width in user units at that font size.</summary>
    internal static double Of(string text, double size, bool bold = false)
    {
        var widths = bold ? BoldWidths : RegularWidths;
        long thousandths = 0;
        foreach (var character in text)
        {
            thousandths += widths.GetValueOrDefault(character, Em);
        }

        return thousandths * size / Em;
    }

    /// <summary>The text, or as much of it as fits followed by an ellipsis.</summary>
    internal static string Fit(string text, double room, double size, bool bold = false)
    {
        if (Of(text, size, bold) <= room)
        {
            return text;
        }

        var kept = text.Length;
        while (kept > 1 && Of(text[..kept].TrimEnd() + "…", size, bold) > room)
        {
            // A character outside the basic plane is two code units: both go together.
            kept -= char.IsLowSurrogate(text[kept - 1]) ? 2 : 1;
        }

        return text[..Math.Max(kept, 0)].TrimEnd() + "…";
    }

    private static Dictionary<char, int> ByCharacter((int Width, string Characters)[] classes) =>
        classes.SelectMany(c => c.Characters.Select(character => (character, c.Width)))
            .ToDictionary(pair => pair.character, pair => pair.Width);
}
