using System.Globalization;
using Evaluation.Core.Confirmations;
using Evaluation.Core.French;
using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Consult;

/// <summary>Writes and reads the form by which a member answers on its units.</summary>
internal static class UnitsForm
{
    private const char Between = ';';
    private const string None = "-";

    /// <summary>The figures that the page shows, as the form sends them back: <c>ADS-03 2025-04 24.5;ADS-03 2025-05 -</c>.</summary>
    public static string Figures(IEnumerable<UnitFigureDocument> figures) => string.Join(
        Between,
        figures.Select(f => $"{f.Indicator} {f.Period} {f.Value?.ToString(CultureInfo.InvariantCulture) ?? None}"));

    /// <summary>What the form says.</summary>
    public static UnitsAnswerDocument Read(PortalForm form) => new()
    {
        State = Said(form["state"]),
        Figures = [.. form["figures"].Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Figure)],
        Reason = Said(form["reason"]),
        Rating = Said(form["rating"]) is not { } rating ? null : WrittenNumber.Read(rating)?.Exact ?? 0,
        Comment = Said(form["comment"]),
    };

    private static UnitFigureDocument Figure(string text) => text.Split(' ') is [var indicator, var period, var value]
        ? new UnitFigureDocument
        {
            Indicator = indicator,
            Period = period,
            Value = value == None ? null : WrittenNumber.Read(value)?.Exact,
        }
        : new UnitFigureDocument();

    // Browsers end lines of a text with CR LF; documents with LF.
    private static string? Said(string text) => PlainText.IsBlank(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
