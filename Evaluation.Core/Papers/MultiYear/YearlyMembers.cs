using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.MultiYear;

/// <summary>Who takes part year by year, who came and who left.</summary>
internal static class YearlyMembers
{
    public static IReadOnlyList<PaperBlock> Of(MultiYearFacts facts)
    {
        IReadOnlyList<PaperRow> moves =
        [
            .. facts.Years.SelectMany(y => facts.Of(y)?.Perimeter.Movements ?? [])
                .Select(m => PaperRow.Of(ReportText.Name(m.Member.Name), m.IsEntry ? "entrée" : "sortie", m.On)),
        ];
        return
        [
            new PaperTable(
                "Membres",
                "Membres, par année",
                "Au 31 décembre = au 31 décembre précédent + entrées − sorties",
                [
                    PaperColumn.Words("Année"), PaperColumn.Count("Au 31 décembre précédent"), PaperColumn.Count("Entrées"), PaperColumn.Count("Sorties"),
                    PaperColumn.Count("Au 31 décembre"), PaperColumn.Count("dont communes"),
                ],
                [.. facts.Years.Select(y => Row(facts, y))]),
            moves.Count == 0
                ? new PaperText($"Aucune entrée ni sortie n’est enregistrée {facts.Span}.")
                : new PaperTable(
                    "Entrées et sorties",
                    $"Changements de périmètre {facts.Span}",
                    "Entrée : premier jour dans le service ; sortie : premier jour hors du service",
                    [PaperColumn.Words("Membre"), PaperColumn.Words("Mouvement"), new("Le", PaperFormat.Day)],
                    moves),
            .. facts.Years.Any(y => facts.Of(y) is { IsYearOver: false })
                ? [new PaperNote("Pour une année qui n’est pas achevée, les membres au 31 décembre sont ceux que les adhésions enregistrées à ce jour annoncent.")]
                : (PaperBlock[])[],
        ];
    }

    /// <summary>How many members at the end of the last year evaluated; null without one.</summary>
    public static string? Sentence(MultiYearFacts facts) => facts.Years.LastOrDefault(y => facts.Of(y) is not null) is var year and not 0
        ? $"Au 31 décembre {ReportText.Year(year)},{(facts.Of(year)!.IsYearOver ? "" : " d’après les adhésions enregistrées à ce jour,")} le service compte {FrenchText.Count(facts.Of(year)!.Perimeter.MembersAtEnd, "membre", "membres")}."
        : null;

    /// <summary>« périmètre : 2 entrées, 1 sortie »; null when nobody came or left in the year.</summary>
    public static string? Change(MultiYearFacts facts, int year)
    {
        var moves = facts.Of(year)?.Perimeter.Movements ?? [];
        var (entries, exits) = (moves.Count(m => m.IsEntry), moves.Count(m => !m.IsEntry));
        IReadOnlyList<string> told =
        [
            .. entries == 0 ? (string[])[] : [FrenchText.Count(entries, "entrée", "entrées")],
            .. exits == 0 ? (string[])[] : [FrenchText.Count(exits, "sortie", "sorties")],
        ];
        return told.Count == 0 ? null : $"périmètre : {string.Join(", ", told)}";
    }

    /// <summary>Whether a member came or left after the first day of a year and up to the end of another.</summary>
    public static bool ChangedBetween(MultiYearFacts facts, int first, int last) => facts.Service.Mutualisation.Memberships
        .SelectMany(m => new[] { m.From, m.To })
        .Any(day => day > new DateOnly(first, 1, 1) && day <= new DateOnly(last, 12, 31));

    private static PaperRow Row(MultiYearFacts facts, int year)
    {
        if (facts.Of(year)?.Perimeter is not { } perimeter)
        {
            var absent = YearlyFigures.Absent(facts, year);
            return PaperRow.Of(ReportText.Year(year), absent, absent, absent, absent, absent);
        }

        return PaperRow.Of(
            ReportText.Year(year),
            perimeter.MembersAtPreviousEnd,
            perimeter.Movements.Count(m => m.IsEntry),
            perimeter.Movements.Count(m => !m.IsEntry),
            perimeter.MembersAtEnd,
            perimeter.CommunesAtEnd);
    }
}
