using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report;

/// <summary>Lays out what changed since the version before: every row, however many.</summary>
internal static class ChangeRows
{
    private const string Euro = "€";

    public static IEnumerable<ReportRow> Of(ChangesSection? changes, string year)
    {
        if (changes is null)
        {
            yield break;
        }

        var section = FormattableString.Invariant($"Changements depuis la version {changes.Since}");
        yield return new ReportRow(section, null, changes.Sentence, year, null, "");
        foreach (var row in changes.Amounts is { } amounts ? [.. amounts.Members, .. amounts.Others, amounts.Total] : Array.Empty<ChangedAmountRow>())
        {
            yield return new ReportRow(section, null, row.Member is null ? $"Montant, {row.Label}" : "Montant", year, null, Euro)
            {
                Member = row.Member,
                Replaced = new Replaced(row.Before, row.After),
                Change = new Figure(row.Difference, null),
            };
        }

        foreach (var figure in changes.Figures)
        {
            yield return new ReportRow(section, figure.Code, figure.Label, figure.Period, null, figure.Unit)
            {
                Member = figure.Member,
                Replaced = new Replaced(figure.Before, figure.After),
                Change = figure.Difference,
                State = figure.Note,
            };
        }

        foreach (var term in changes.Terms)
        {
            yield return new ReportRow(section, null, term.Label, year, null, "")
            {
                ReplacedWords = (term.Before, term.After),
            };
        }

        foreach (var record in changes.Records)
        {
            yield return new ReportRow(section, null, $"Pièce changée : {record}", year, null, "");
        }
    }
}
