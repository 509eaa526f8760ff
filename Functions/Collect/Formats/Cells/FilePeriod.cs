using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>
/// Periods as people write them: <c>03/2025</c>, <c>mars 2025</c>, <c>mars-25</c> (what Excel makes of 2025-03),
/// <c>T1 2025</c>, <c>2025-T1</c>, <c>2e semestre 2025</c>, or a day of the month (<see cref="FileDate"/>).
/// </summary>
internal static partial class FilePeriod
{
    private const int ThisCentury = 2000;

    private static readonly string[] Months =
        [.. Enumerable.Range(1, 12).Select(month => FoldedText.Letters(FrenchDate.MonthName(month)))];

    /// <summary>The canonical form; what is not understood stays as it is, for the check of the row to refuse.</summary>
    /// <param name="text">As written.</param>
    /// <param name="commaSeparatesCells">Whether the file separates its cells by commas.</param>
    /// <param name="doubt">Why the month of a day is not sure; null when there is no doubt.</param>
    public static string Canonical(string text, bool commaSeparatesCells, out CellDoubt? doubt)
    {
        var written = FoldedText.Letters(text.Trim().Replace('\u00A0', ' ').Replace('\u202F', ' '));
        var period = FileDate.MonthOf(written, commaSeparatesCells, out doubt) ?? Find(written);
        return period?.ToString() ?? text;
    }

    private static Period? Find(string written) =>
        NumberedMonth().Match(written) is { Success: true } numbered ? Of(numbered, Periodicity.Monthly, Number(numbered, "index"))
        : NamedMonth().Match(written) is { Success: true } named ? Of(named, Periodicity.Monthly, MonthOf(named))
        : PartOfYear().Match(written) is { Success: true } part ? Of(part, Length(part), Number(part, "index"))
        : null;

    private static Period? Of(Match match, Periodicity periodicity, int index)
    {
        var year = Number(match, "year");
        year = year < 100 ? ThisCentury + year : year;
        return year is >= Period.MinYear and <= Period.MaxYear && index >= 1 && index <= periodicity.PerYear()
            ? Period.Of(year, periodicity, index)
            : null;
    }

    private static Periodicity Length(Match match) =>
        match.Groups["half"].Success ? Periodicity.Semiannual : Periodicity.Quarterly;

    // A name cut short must still be that of one month only: « juin » and « juil », never « jui ».
    private static int MonthOf(Match match)
    {
        var name = match.Groups["month"].Value;
        var found = Enumerable.Range(0, Months.Length)
            .Where(i => Months[i].StartsWith(name, StringComparison.Ordinal))
            .ToList();
        return name.Length >= 3 && found.Count == 1 ? found[0] + 1 : 0;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const RegexOptions Options =
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    [GeneratedRegex(@"^(?:(?<index>[0-9]{1,2})\ ?[/.-]\ ?(?<year>[0-9]{4}) | (?<year>[0-9]{4})\ ?[/-]\ ?(?<index>[0-9]{1,2}))\z", Options)]
    private static partial Regex NumberedMonth();

    [GeneratedRegex(@"^(?<month>[a-z]{3,9})\.?[\ /-]{1,3}(?<year>[0-9]{4}|[0-9]{2})\z", Options)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(
        """
        ^(?:
            (?:[tq]|(?<half>s))(?<index>[1-4])[\ /-]{1,3}(?<year>[0-9]{4})
          | (?<year>[0-9]{4})[\ /-]{1,3}(?:[tq]|(?<half>s))(?<index>[1-4])
          | (?<index>[1-4])(?:er|e|eme|nd)?\ (?:trimestre|(?<half>semestre))\ (?<year>[0-9]{4})
        )\z
        """,
        Options)]
    private static partial Regex PartOfYear();
}
