using System.Text.RegularExpressions;

namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>
/// Numbers as people write them. The decimal mark is a comma or a point; spaces and apostrophes between groups of
/// three digits are dropped, and so is a comma or a point when the other one is the decimal mark. A lone comma is
/// the decimal mark, except where commas also separate the cells of the file: there the file is written the English
/// way, and a comma before exactly three digits says neither a thousand nor a decimal for sure.
/// </summary>
internal static partial class FileNumber
{
    /// <summary>A decimal with a point; what is no number for sure stays as it is, for the check of the row to refuse.</summary>
    /// <param name="text">As written.</param>
    /// <param name="commaSeparatesCells">Whether the file separates its cells by commas.</param>
    public static string Canonical(string text, bool commaSeparatesCells)
    {
        var written = text.Trim().Replace('\u2212', '-');
        if (Plain().IsMatch(written))
        {
            return IsAmbiguous(written, commaSeparatesCells) ? text : written.Replace(',', '.');
        }

        return GroupedBySpaces().Match(written) is { Success: true } spaced ? Join(spaced)
            : GroupedByCommas().Match(written) is { Success: true } commas ? Join(commas)
            : GroupedByPoints().Match(written) is { Success: true } points ? Join(points)
            : text;
    }

    private static bool IsAmbiguous(string written, bool commaSeparatesCells) =>
        commaSeparatesCells && Thousands().IsMatch(written);

    private static string Join(Match match)
    {
        var whole = string.Concat(match.Groups["whole"].Value.Where(c => char.IsAsciiDigit(c) || c == '-'));
        var decimals = match.Groups["decimals"].Value;
        return decimals.Length == 0 ? whole : $"{whole}.{decimals}";
    }

    [GeneratedRegex(@"^[+-]?([0-9]+([.,][0-9]+)?|[.,][0-9]+)([eE][+-]?[0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[+-]?[1-9][0-9]{0,2},[0-9]{3}([eE][+-]?[0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    // Typed spaces, no-break, narrow no-break and thin spaces, straight and curly apostrophes; the same all along.
    [GeneratedRegex(
        @"^(?<whole>[+-]?[0-9]{1,3}(?<mark>[ \u00A0\u202F\u2009'’])[0-9]{3}(\k<mark>[0-9]{3})*)([.,](?<decimals>[0-9]+))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex GroupedBySpaces();

    [GeneratedRegex(@"^(?<whole>[+-]?[0-9]{1,3}(,[0-9]{3})+)\.(?<decimals>[0-9]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex GroupedByCommas();

    [GeneratedRegex(@"^(?<whole>[+-]?[0-9]{1,3}(\.[0-9]{3})+),(?<decimals>[0-9]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex GroupedByPoints();
}
