using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Statements;

/// <summary>Units and amounts by beneficiary.</summary>
internal static class StatementBeneficiaries
{
    /// <summary>Forecast and observed units of each; a text when units do not add up.</summary>
    public static PaperBlock Units(StatementFacts facts, StatedUses uses)
    {
        var forecast = ForecastUnitCost.Of(facts.Evaluation);
        if (!uses.AreOfOneUnit && forecast.ByMember.Count == 0)
        {
            return new PaperText("La clé ne compte pas les usages en une unité unique." + (uses.Members.Any() ? " Ils sont listés plus loin, sans total." : ""));
        }

        var told = facts.Ordered(uses.Members.Concat(forecast.ByMember.Select(m => m.Member)));
        var decimals = PaperTotals.DecimalsOf(told.SelectMany(m => new[] { forecast.UnitsOf(m), uses.UnitsOf(m) }), forecast.Unit?.Decimals ?? 0);
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Bénéficiaire"), new("Unités prévues", PaperFormat.Number(decimals)), new("Unités constatées", PaperFormat.Number(decimals)),
            new("Écart", PaperFormat.Signed(decimals)),
        ];
        var isForecast = forecast.ByMember.Count > 0;
        IReadOnlyList<PaperRow> rows =
        [
            .. told.Select(m => Row(facts.NameOf(m), isForecast, forecast.UnitsOf(m), uses.UnitsOf(m), Absent(uses, m))),
        ];
        return rows.Count == 0
            ? new PaperText($"Aucun bénéficiaire en {facts.Written}.")
            : new PaperTable(
                "Unités", $"Unités de {facts.Written} par bénéficiaire, prévues et constatées", "Écart : constatées − prévues", columns, rows, PaperTotals.Of(columns, rows));
    }

    /// <summary>What each owes, was called and has to settle, with what settled years left; how it leads to the cost. Or why there is none.</summary>
    public static IEnumerable<PaperBlock> Amounts(StatementFacts facts)
    {
        if (facts.Evaluation.Statement() is not { } statement || facts.Evaluation.Allocation.Allocation is not { } shared)
        {
            foreach (var block in StatementObstacle.Of(facts))
            {
                yield return block;
            }

            yield break;
        }

        var hasDirect = statement.Members.Any(m => m.Share?.Direct is not (null or 0));
        var hasCarried = statement.Settlement.Members.Any(m => m.Carried != 0 || m.Onward != 0);
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Bénéficiaire"),
            .. hasCarried
                ? [PaperColumn.Euros("Dû"), PaperColumn.Euros("Reporté"), PaperColumn.Euros("Appelé"), PaperColumn.Euros("À régler")]
                : (PaperColumn[])[PaperColumn.Euros("Appelé"), PaperColumn.Euros("Dû")],
            PaperColumn.Difference("Solde"),
            .. hasDirect ? [PaperColumn.Euros("dont charges propres")] : (PaperColumn[])[],
        ];
        var members = statement.Members.Where(m => m.Balance is not null).ToDictionary(m => m.Member);
        IReadOnlyList<PaperRow> rows = [.. facts.Ordered(members.Keys).Select(m => Amount(facts, members[m], members[m].Balance!, hasCarried, hasDirect))];
        yield return rows.Count == 0 ? new PaperText($"Le porteur est le seul membre en {facts.Written} : aucun montant ne lui est dû.") : new PaperTable(
            "Montants",
            facts.IsObserved ? $"Ce que chacun doit pour {facts.Written}" : $"Ce que chacun doit pour {facts.Written}, d’après la prévision",
            hasCarried
                ? "En euros ; reporté : ce que des exercices arrêtés ont laissé, moins ce qui est reporté sur un exercice suivant ; à régler : dû + reporté ; solde : à régler − appelé ; négatif, il est à rendre"
                : "En euros ; solde : dû − appelé ; négatif, il est à rendre",
            columns,
            rows,
            PaperTotals.Of(columns, rows));
        if (statement.Settlement.Mode == SettlementMode.Gratuit)
        {
            yield return new PaperNote(
                $"La convention rend le service gratuit : rien n’est dû pour {facts.Written}, ce qui a été appelé est à rendre{(hasCarried ? " ; le solde compte aussi ce qui est reporté" : "")}.");
        }

        yield return Passage(facts, statement, shared);
    }

    private static PaperRow Amount(StatementFacts facts, MemberStatement member, MemberBalance balance, bool hasCarried, bool hasDirect)
    {
        var direct = member.Share?.Direct ?? 0;
        IReadOnlyList<PaperCell> due = hasCarried
            ? [balance.Actual, balance.Carried - balance.Onward, balance.Called, balance.Due]
            : [balance.Called, balance.Actual];
        return PaperRow.Of([facts.NameOf(member.Member), .. due, balance.Balance, .. hasDirect ? [direct] : (PaperCell[])[]]);
    }

    private static PaperTable Passage(StatementFacts facts, AnnualStatement statement, Allocation shared)
    {
        var kept = shared.Basis.Full - shared.RoundingGap - statement.Settlement.Actual;
        return new PaperTable(
            "Du coût aux montants",
            facts.IsObserved ? $"Qui porte le coût constaté de {facts.Written}" : $"Qui porte le coût prévu de {facts.Written}",
            "En euros",
            [PaperColumn.Words("Part"), PaperColumn.Euros("Montant")],
            [
                PaperRow.Of("Dû par les bénéficiaires", statement.Settlement.Actual),
                .. shared.RoundingGap == 0 ? (PaperRow[])[] : [PaperRow.Of("Écart d’arrondi du coût unitaire", shared.RoundingGap)],
                .. kept == 0 ? (PaperRow[])[] : [PaperRow.Of(kept > 0 ? "À la charge du porteur" : "Reçu par le porteur en plus du coût", kept)],
            ],
            PaperRow.Of("Coût complet", shared.Basis.Full));
    }

    private static PaperRow Row(string name, bool isForecast, decimal? forecast, decimal? observed, string absent) => PaperRow.Of(
        name,
        PaperCell.Of(forecast, isForecast ? PaperTotals.NotApplicable : PaperTotals.NotAvailable),
        PaperCell.Of(observed, absent),
        PaperCell.Of(observed - forecast, observed is null && absent == PaperTotals.NotAvailable ? PaperTotals.NotAvailable : PaperTotals.NotApplicable));

    // Who takes no part, or whose uses do not add up, has no units; who sent nothing has units that are not known.
    private static string Absent(StatedUses uses, Siren member) =>
        uses.AreOfOneUnit && uses.Of(member).Count > 0 ? PaperTotals.NotAvailable : PaperTotals.NotApplicable;
}
