using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Members;

/// <summary>What a member owes, and how that is settled.</summary>
internal static class AmountTables
{
    /// <summary>Amounts by service, against the year before; null without a service.</summary>
    public static PaperTable? Amounts(MemberStatementFacts facts)
    {
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Service"), new("Quote-part", PaperFormat.Percent(4)),
            PaperColumn.Euros($"Montant {facts.BeforeWritten}"), PaperColumn.Euros($"Montant {facts.Written}"), PaperColumn.Difference("Écart"),
        ];
        IReadOnlyList<PaperRow> rows = [.. facts.Told.Services.Select(Amount)];
        return rows.Count == 0 ? null : new PaperTable(
            "Montants",
            "Montant par service",
            $"En euros ; quote-part : celle que donne la clé, avant charges propres et limites ; écart : {facts.Written} − {facts.BeforeWritten}",
            columns,
            rows,
            PaperTotals.Of(columns, rows));
    }

    /// <summary>The amounts as they are read: what would be said of each service alike is said once, below.</summary>
    public static IEnumerable<PaperBlock> Read(PaperTable amounts)
    {
        if (amounts.Rows is [{ Cells: [{ Note: { } said }, ..] }, _, ..] rows && rows.All(r => r.Cells[0].Note == said))
        {
            return [amounts with { Rows = [.. rows.Select(r => r with { Cells = [r.Cells[0] with { Note = null }, .. r.Cells.Skip(1)] })] }, new PaperNote(said)];
        }

        return [amounts];
    }

    /// <summary>What amounts are provisional, and why.</summary>
    public static IEnumerable<PaperBlock> Notes(MemberStatementFacts facts)
    {
        var provisional = facts.Accounts.Where(a => a.Service.IsProvisional && a.Account.Amount.Value is not null).Select(a => a.Service.Label).ToList();
        if (provisional.Count > 0)
        {
            yield return new PaperNote($"Montants provisoires, d’après la prévision, le coût constaté n’étant pas connu en entier : {FrenchText.List(provisional)}.");
        }
    }

    /// <summary>What was called and what is left; null while nothing was called.</summary>
    public static PaperTable? Settlement(MemberStatementFacts facts)
    {
        if (facts.Accounts.All(a => a.Account.Calls is null))
        {
            return null;
        }

        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Service"), PaperColumn.Euros("Acomptes imputés sur l’AC"), PaperColumn.Euros("Appelé"), PaperColumn.Euros("À régler"), PaperColumn.Difference("Solde"),
        ];
        IReadOnlyList<PaperRow> rows = [.. facts.Told.Services.Select(Settled)];
        return new PaperTable(
            "Règlement",
            $"Appels et soldes de {facts.Written}",
            "En euros ; à régler : montant, plus ce que des exercices arrêtés ont reporté, moins ce qui est reporté sur un exercice suivant, rien d’un service gratuit ; solde : à régler − appelé",
            columns,
            rows,
            PaperTotals.Of(columns, rows));
    }

    /// <summary>What was called as it is read: a service of which nothing was has no row.</summary>
    public static PaperTable Called(PaperTable settlement) =>
        settlement with { Rows = [.. settlement.Rows.Where(r => r.Cells.Skip(1).Any(c => c.Words != PaperTotals.NotApplicable))] };

    /// <summary>How amounts are settled, each way once.</summary>
    public static IEnumerable<PaperBlock> SettlementNotes(MemberStatementFacts facts)
    {
        var ways = facts.Accounts.Where(a => a.Service.Settlement is not null)
            .GroupBy(a => a.Service.Settlement!, a => a.Service.Label, StringComparer.Ordinal)
            .Select(way => $"{FrenchText.Opening(FrenchText.List([.. way]))} : {ReportText.Inside(way.Key)}")
            .ToList();
        return ways.Count == 0 ? [] : [new PaperNote(string.Join(' ', ways))];
    }

    private static PaperRow Amount(ServiceAccount service) => PaperRow.Of(
        new PaperCell { Words = service.Label, Note = service.Sentence },
        MemberCells.Share(service),
        MemberCells.Previous(service),
        MemberCells.Amount(service),
        MemberCells.Change(service));

    // What makes « à régler » another amount than the one owed.
    private static string? Carried(AccountCalls? calls)
    {
        IReadOnlyList<string> moved =
        [
            .. calls?.Carried is { } carried ? [$"{FrenchMoney.SignedEuros(carried.Amount.Value ?? 0)} reportés {FrenchText.De(carried.InWords)}"] : (string[])[],
            .. calls?.Onward is { } onward ? [$"{FrenchMoney.SignedEuros(-onward.Amount.Value ?? 0)} reportés sur {onward.InWords}"] : (string[])[],
        ];
        return moved.Count == 0 ? null : $"dont {FrenchText.List(moved)}";
    }

    private static PaperRow Settled(ServiceAccount service) => PaperRow.Of(
        service.Label,
        MemberCells.Imputed(service),
        MemberCells.Called(service),
        MemberCells.Due(service) with { Note = Carried(service.Account?.Calls) },
        MemberCells.Balance(service));
}
