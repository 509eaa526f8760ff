using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Members;

/// <summary>The statements of all members of a community in one: a line each, then every table of theirs, the member before each row.</summary>
public static class MemberStatementsPaper
{
    /// <summary>What it is.</summary>
    public const string Title = "Fiches des membres";

    private const string Members = "Membres";

    /// <summary>Of which year it is, written.</summary>
    public static string Subject(int year) => $"Exercice {ReportText.Year(year)}";

    /// <summary>The paper; pure, the same every time.</summary>
    /// <param name="community">Whose members.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="on">Local date in Europe/Paris on which it is told.</param>
    /// <param name="told">By member, in the order in which they are read.</param>
    public static Paper Of(Community community, int year, DateOnly on, IReadOnlyList<MemberYear> told)
    {
        IReadOnlyList<Stated> all = [.. told.Select(t => Stated.Of(new MemberStatementFacts(community, t, on)))];
        var written = ReportText.Year(year);
        return PaperProse.Of(new Paper(
            ReportText.Name(community.Name),
            Title,
            Subject(year),
            $"Établies le {FrenchDate.InWords(on)}.",
            community.IsDemonstration,
            all.Count == 0
                ? $"Aucun membre ne prend part à un service en {written}."
                : $"{FrenchText.Count(all.Count, "membre prend", "membres prennent")} part à un service en {written} ou y {(all.Count == 1 ? "prenait" : "prenaient")} part l’année d’avant.",
            [
                .. all.Count == 0 ? (PaperSection[])[] : [new PaperSection(Members, [Lines(all, year)])],
                .. all.SelectMany(s => Tables(s).Select(t => (s.Facts, Table: t)))
                    .GroupBy(t => t.Table.Name, StringComparer.Ordinal)
                    .Select(same => new PaperSection(same.First().Table.Caption, [Merged([.. same])])),
            ]));
    }

    private static IEnumerable<PaperTable> Tables(Stated stated) => ((PaperTable?[])
    [
        stated.Amounts, stated.Settlement, .. new[]
        {
            OriginTables.Units, OriginTables.Worked, OriginTables.Changes, OriginTables.Alone, OriginTables.Natures,
            DueTables.Calls, DueTables.Values, DueTables.Confirmations, DueTables.Asked,
        }.Select(table => table(stated.Facts)),
    ]).OfType<PaperTable>();

    private static PaperTable Lines(IReadOnlyList<Stated> all, int year)
    {
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Membre"), PaperColumn.Euros($"Montant {ReportText.Year(year - 1)}"), PaperColumn.Euros($"Montant {ReportText.Year(year)}"), PaperColumn.Difference("Écart"),
            PaperColumn.Euros("Acomptes imputés sur l’AC"), PaperColumn.Euros("Appelé"), PaperColumn.Euros("À régler"), PaperColumn.Difference("Solde"),
        ];
        IReadOnlyList<PaperRow> rows = [.. all.Select(Line)];
        var total = PaperTotals.Of(columns, rows);
        return new PaperTable(
            Members,
            all.Any(s => s.Facts.HasFree) ? "Part du coût de chaque membre, tous services" : "Ce que chaque membre doit, tous services",
            "En euros ; les services dont le montant est connu",
            columns,
            rows,
            total with { Cells = [.. total.Cells.Select((cell, i) => cell.Number is not null && rows.Any(r => r.Cells[i].Note is not null) ? cell with { Note = "partiel : des montants de membres le sont" } : cell)] });
    }

    private static PaperRow Line(Stated stated)
    {
        var amounts = stated.Amounts?.Total?.Cells ?? Nothing;
        var settled = stated.Settlement?.Total?.Cells ?? Nothing;
        return PaperRow.Of([stated.Facts.Name, amounts[^3], amounts[^2], amounts[^1], .. settled.TakeLast(4)]);
    }

    private static IReadOnlyList<PaperCell> Nothing => [.. Enumerable.Repeat<PaperCell>(PaperTotals.NotApplicable, 4)];

    private static PaperTable Merged(IReadOnlyList<(MemberStatementFacts Facts, PaperTable Table)> same)
    {
        var first = same[0].Table;
        IReadOnlyList<PaperColumn> columns = [PaperColumn.Words("Membre"), .. first.Columns];
        IReadOnlyList<PaperRow> rows = [.. same.SelectMany(t => t.Table.Rows.Select(r => PaperRow.Of([t.Facts.Name, .. r.Cells])))];
        return first with { Columns = columns, Rows = rows, Total = first.Total is null ? null : PaperTotals.Of(columns, rows) };
    }

    // What both the line of a member and the tables are made from.
    private sealed record Stated(MemberStatementFacts Facts, PaperTable? Amounts, PaperTable? Settlement)
    {
        public static Stated Of(MemberStatementFacts facts) => new(facts, AmountTables.Amounts(facts), AmountTables.Settlement(facts));
    }
}
