using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Members;

/// <summary>Where the amounts of a member come from. Each table is null when there is nothing to list.</summary>
internal static class OriginTables
{
    private const int Cents = 2;
    private const int MostAcross = 4;
    private const string NoAmount = "Aucun montant pour cet exercice.";

    /// <summary>What the member weighs under each criterion of the keys.</summary>
    public static PaperTable? Units(MemberStatementFacts facts) => Listed(
        "Usages",
        "Ce que le membre pèse dans chaque clé",
        "Poids : part du critère dans la clé ; part : unités du membre ÷ ensemble",
        [
            PaperColumn.Words("Service"), PaperColumn.Words("Critère"), new("Poids", PaperFormat.Percent(2)), PaperColumn.Count("Membre"),
            PaperColumn.Count("Ensemble"), new("Part", PaperFormat.Percent(2)),
        ],
        facts.Accounts.SelectMany(a => a.Account.Units.Select(u => PaperRow.Of(
            a.Service.Label,
            u.Label,
            new PaperCell { Number = u.Weight, Format = PaperFormat.Percent(PaperTotals.DecimalsOf([u.Weight])) },
            MemberCells.Exact(u.Units),
            MemberCells.Exact(u.Total),
            PaperCell.Of(u.Total.Value is > 0 ? u.Units.Value / u.Total.Value * 100 : null, PaperTotals.NotApplicable)))));

    /// <summary>Each amount in sentences by which it is found again, or why there is none.</summary>
    public static PaperTable? Worked(MemberStatementFacts facts) => Worked(facts, _ => true);

    /// <summary>The same, of the services of which there is something to say.</summary>
    public static PaperTable? WorkedOut(MemberStatementFacts facts) => Worked(facts, words => words is not (NoAmount or ""));

    private static PaperTable? Worked(MemberStatementFacts facts, Func<string, bool> isListed) => Listed(
        "Calcul",
        "Chaque montant, à refaire à la main",
        null,
        [PaperColumn.Words("Service"), PaperColumn.Words("Calcul")],
        from told in facts.Accounts
        let words = WorkedOut(told.Service, told.Account)
        where isListed(words)
        select PaperRow.Of(told.Service.Label, words));

    /// <summary>The change from the year before: what the cost of the service makes at an equal part, then the part.</summary>
    public static PaperTable? Changes(MemberStatementFacts facts) => Listed(
        "Écarts",
        $"Ce qui fait l’écart de {facts.BeforeWritten} à {facts.Written}",
        $"En euros ; coût : montant de {facts.BeforeWritten} × coût de {facts.Written} ÷ coût de {facts.BeforeWritten}, au centime ; part du membre : le reste",
        [PaperColumn.Words("Service"), PaperColumn.Words("Ce qui change"), PaperColumn.Euros("Avant"), PaperColumn.Euros("Après"), PaperColumn.Difference("Écart")],
        facts.Accounts.SelectMany(a => Changed(a.Service, a.Account)));

    /// <summary>What the member spends, against the time before pooling; a service in which no saving is measured keeps its row.</summary>
    public static PaperTable? Alone(MemberStatementFacts facts) => Alone(facts, _ => true);

    /// <summary>The same, of the services in which something of it is known.</summary>
    public static PaperTable? Measured(MemberStatementFacts facts) => Alone(facts, IsMeasured);

    /// <summary>How the comparison is read, and which services are not in it.</summary>
    public static IEnumerable<PaperBlock> MeasuredNotes(MemberStatementFacts facts)
    {
        var without = facts.Accounts.Where(a => !IsMeasured(a.Account)).Select(a => a.Service.Label).ToList();
        if (without.Count < facts.Accounts.Count())
        {
            yield return new PaperNote(
                "Référence : ce que le membre dépensait avant le service, aux prix de l’exercice. Coût net : dépense propre, plus payé, moins reçu. Négatif, l’écart dit que le membre dépense plus.");
        }

        if (without.Count > 0)
        {
            yield return new PaperNote($"Aucune économie n’est mesurée pour le membre dans : {FrenchText.List(without)}.");
        }
    }

    private static bool IsMeasured(MemberAccount account) => account.Alone is { } alone
        && new[] { alone.OwnSpending, alone.Paid, alone.Received, alone.NetCost, alone.Reference }.Any(f => f.Value is not null);

    private static PaperTable? Alone(MemberStatementFacts facts, Func<MemberAccount, bool> isListed)
    {
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Service"), PaperColumn.Euros("Dépense propre"), PaperColumn.Euros("Montant dû"), PaperColumn.Euros("Reçu"), PaperColumn.Euros("Coût net"),
            PaperColumn.Euros("Référence"), PaperColumn.Difference("De moins qu’avant"),
        ];
        return Listed(
            "Comparaison",
            $"Ce que le membre dépense en {facts.Written}, et ce qu’il dépensait avant",
            "En euros ; de moins qu’avant : référence − coût net",
            columns,
            facts.Accounts.Where(a => isListed(a.Account)).Select(a => Compared(a.Service, a.Account.Alone)),
            rows => PaperTotals.Of(columns, rows));
    }

    /// <summary>Amounts by nature of cost.</summary>
    public static PaperTable? Natures(MemberStatementFacts facts)
    {
        IReadOnlyList<PaperColumn> columns = [PaperColumn.Words("Service"), PaperColumn.Words("Nature de coût"), PaperColumn.Euros("Montant")];
        return Listed(
            "Natures",
            "Montants par nature de coût",
            "En euros ; services dont le coût se répartit par nature",
            columns,
            facts.Accounts.SelectMany(a => a.Account.Natures.Select(n => PaperRow.Of(a.Service.Label, n.Label, n.Amount))),
            rows => PaperTotals.Of(columns, rows));
    }

    /// <summary>The same with a column for each service, where they are few: fewer rows to read.</summary>
    public static PaperTable? NaturesAcross(MemberStatementFacts facts)
    {
        var services = facts.Accounts.Where(a => a.Account.Natures.Count > 0).ToList();
        if (services.Count is 0 or > MostAcross)
        {
            return Natures(facts);
        }

        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Nature de coût"), .. services.Select(s => PaperColumn.Euros(s.Service.Label)), .. services.Count == 1 ? (PaperColumn[])[] : [PaperColumn.Euros("Ensemble")],
        ];
        return Listed(
            "Natures",
            "Montants par nature de coût",
            "En euros ; services dont le coût se répartit par nature",
            columns,
            services.SelectMany(s => s.Account.Natures).Select(n => n.Label).Distinct(StringComparer.Ordinal).Select(nature =>
            {
                IReadOnlyList<decimal?> amounts =
                [
                    .. services.Select(s => s.Account.Natures.Where(n => n.Label == nature).Select(n => (decimal?)n.Amount).Aggregate((decimal?)null, (sum, n) => (sum ?? 0) + n)),
                ];
                return PaperRow.Of([nature, .. amounts.Select(a => PaperCell.Of(a, PaperTotals.NotApplicable)), .. services.Count == 1 ? (PaperCell[])[] : [amounts.Sum() ?? 0]]);
            }),
            rows => PaperTotals.Of(columns, rows));
    }

    private static string WorkedOut(ServiceAccount service, MemberAccount account) =>
        account.Explanation.Count > 0 ? string.Join(' ', account.Explanation)
        : account.Amount.Absence == Absence.NotApplicable || (service.Obstacle is null && account.Amount.Value is null) ? NoAmount
        : service.Obstacle ?? service.Key ?? "";

    private static IEnumerable<PaperRow> Changed(ServiceAccount service, MemberAccount account)
    {
        if (account is not { Previous.Value: { } before, Amount.Value: { } now, Natures.Count: > 0 }
            || service is not { PreviousCost: { Value: > 0 and { } costBefore }, Cost: { Value: > 0 and { } cost } })
        {
            yield break;
        }

        var atEqualPart = decimal.Round(before * (cost / costBefore), Cents, MidpointRounding.AwayFromZero);
        yield return PaperRow.Of(
            service.Label,
            new PaperCell { Words = "Coût du service", Note = $"de {FrenchMoney.Euros(costBefore)} à {FrenchMoney.Euros(cost)}" },
            before,
            atEqualPart,
            atEqualPart - before);
        yield return PaperRow.Of(service.Label, "Part du membre", atEqualPart, now, now - atEqualPart);
    }

    private static PaperRow Compared(ServiceAccount service, AccountAlone? alone)
    {
        if (alone is null)
        {
            return PaperRow.Of(
            [
                new PaperCell { Words = service.Label, Note = "aucune économie n’est mesurée pour le membre" },
                .. Enumerable.Repeat(MemberCells.Saving(service), 6),
            ]);
        }

        var (net, reference) = (MemberCells.Of(alone.NetCost), MemberCells.Of(alone.Reference));
        return PaperRow.Of(
            service.Label, MemberCells.Of(alone.OwnSpending), MemberCells.Of(alone.Paid), MemberCells.Of(alone.Received), net, reference, MemberCells.Change(net, reference));
    }

    private static PaperTable? Listed(
        string name,
        string caption,
        string? unit,
        IReadOnlyList<PaperColumn> columns,
        IEnumerable<PaperRow> listed,
        Func<IReadOnlyList<PaperRow>, PaperRow>? total = null)
    {
        IReadOnlyList<PaperRow> rows = [.. listed];
        return rows.Count == 0 ? null : new PaperTable(name, caption, unit, columns, rows, total?.Invoke(rows));
    }
}
