using Evaluation.Core.Assessments;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Reports;

/// <summary>Explains a split: its key, what was left out, or why there is none.</summary>
internal static class SplitWords
{
    /// <summary>The key in one sentence; where it changed within the year, the last one and since when.</summary>
    public static string Explanation(Allocation allocation, Catalogue catalogue)
    {
        var key = KeyOf(allocation, catalogue);
        return ReportText.Prose(allocation.Spans is [.., { } last]
            ? $"Depuis le {FrenchDate.InWords(last.From)}, {ReportText.Inside(key)}"
            : key);
    }

    private static string KeyOf(Allocation allocation, Catalogue catalogue) => allocation.Key.Method switch
    {
        AllocationMethod.UnitPrice when allocation.UnitCost is { } price =>
            $"Chaque membre paie {ReportText.Inside(UnitCostName(allocation, "Le coût unitaire"))}, {FrenchNumber.Format(price, 4)} €, multiplié par ses unités : " +
            $"{SplitKeys.Named(allocation.Key.Criteria[0], catalogue)}.",
        AllocationMethod.UnitPrice =>
            $"Chaque membre paie le coût unitaire multiplié par ses unités : {SplitKeys.Named(allocation.Key.Criteria[0], catalogue)}.",
        AllocationMethod.LumpSum => "Chaque membre paie le forfait de la convention, au prorata de ses jours d’adhésion.",
        AllocationMethod.PerAct => $"Chaque membre paie ses actes au prix de la convention : {SplitKeys.Prices(allocation.Key, catalogue)}.",
        AllocationMethod.Free => "Le service est gratuit : le porteur en garde le coût.",
        AllocationMethod.Split => SplitKeys.Shared(allocation.Key, catalogue),
    };

    /// <summary>What the cost that the key shares is once divided by units: not the cost of one where something was taken off.</summary>
    public static string UnitCostName(Allocation allocation, string whole = "Coût d’une unité") =>
        allocation.Basis.UnusedCapacityKept != 0 ? "Le coût d’une unité à pleine capacité"
        : allocation.Basis.Shared != allocation.Basis.Full ? "Le coût partagé par unité"
        : whole;

    /// <summary>What the reader must know of the amounts.</summary>
    public static IReadOnlyList<string> Notes(AnnualEvaluation evaluation, Allocation allocation)
    {
        var (year, before) = (ReportText.Year(evaluation.Dossier.Year), ReportText.Year(evaluation.Dossier.Year - 1));
        var notes = new List<string>();
        if (evaluation.Costs is { IsProvisional: true } costs)
        {
            var whole = costs.NotObserved.Count == 0 ? "" : " en entier";
            notes.Add($"Montants provisoires : ils partagent la prévision de {year}, le coût constaté n’est pas transmis{whole}.");
        }

        notes.AddRange(SplitNotes.OfDropped(allocation, year, evaluation.Dossier.Catalogue));
        if (evaluation.PreviousAllocation is { Allocation: null, Obstacle: not null })
        {
            notes.Add($"Pas de montant pour {before} : {Reason(evaluation.PreviousAllocation, evaluation.Dossier.Mutualisation.LegalFormIn(evaluation.Dossier.Year - 1), before)}.");
        }
        else if (evaluation.Dossier.CostsOf(evaluation.Dossier.Year - 1) is { IsObserved: false })
        {
            notes.Add($"Les montants de {before} partagent la prévision : le coût constaté de {before} n’est pas transmis.");
        }

        if (allocation.Shares.Any(s => s.Days < evaluation.Perimeter.DaysInYear))
        {
            notes.Add(Prorated(evaluation, allocation));
        }

        notes.AddRange(SplitNotes.OfTerms(allocation));
        if (allocation.RoundingGap != 0)
        {
            notes.Add("L’écart d’arrondi vient du coût unitaire, arrondi à quatre décimales : " + (allocation.RoundingGap > 0
                ? $"{FrenchQuantity.Euros(allocation.RoundingGap, "du coût n’est facturé", "du coût ne sont facturés")} à aucun membre."
                : $"les membres paient {FrenchMoney.Euros(-allocation.RoundingGap)} de plus que le coût."));
        }

        return [.. notes.Select(ReportText.Prose)];
    }

    /// <summary>Why there is no split, and what to do about it.</summary>
    public static string Obstacle(AnnualEvaluation evaluation)
    {
        var outcome = evaluation.Allocation;
        var year = ReportText.Year(evaluation.Dossier.Year);
        var form = evaluation.Dossier.Mutualisation.LegalFormIn(evaluation.Dossier.Year);
        return ReportText.Prose(outcome.Obstacle switch
        {
            AllocationObstacle.NoKey when !form.SharesCosts() =>
                $"Un {form.Label()} ne partage aucun coût : il n’y a pas de répartition.",
            AllocationObstacle.NoKey => "Aucune convention ne dit comment partager le coût : il n’y a pas de répartition.",
            AllocationObstacle.NoCost => $"Aucun coût de {year} n’a été transmis : il n’y a rien à répartir.",
            AllocationObstacle.NoMember => $"Aucun membre en {year} : il n’y a personne entre qui répartir le coût.",
            AllocationObstacle.NoUnits => outcome.Days is null
                ? $"Toutes les unités de la clé valent 0 en {year} : le coût ne peut pas être réparti."
                : $"Toutes les unités de la clé valent 0{During(outcome)} : le coût de ces jours ne peut pas être réparti.",
            AllocationObstacle.DirectMemberAbsent =>
                $"Une charge de {year} est affectée à un membre qui n’adhère pas cette année-là : corrigez l’affectation ou l’adhésion.",
            AllocationObstacle.FloorsAboveCost => $"Les planchers des membres dépassent ensemble le coût de {year} : abaissez-les.",
            AllocationObstacle.CeilingsBelowCost => $"Les plafonds des membres ne couvrent pas le coût de {year} : relevez-les.",
            AllocationObstacle.MissingUnits => Missing(evaluation, outcome),
        });
    }

    /// <summary>Why a cost is not shared, a clause, for readers who can do nothing about it.</summary>
    /// <param name="outcome">Without shares.</param>
    /// <param name="form">Legal form of the service in the year.</param>
    /// <param name="year">Written.</param>
    public static string Reason(AllocationOutcome outcome, LegalForm form, string year) => outcome.Obstacle switch
    {
        AllocationObstacle.NoKey when !form.SharesCosts() => "ce service ne partage aucun coût",
        AllocationObstacle.NoKey or null => "aucune convention ne dit comment partager le coût",
        AllocationObstacle.NoCost => $"aucun coût de {year} n’est connu",
        AllocationObstacle.NoMember => $"aucun membre ne participait au service en {year}",
        AllocationObstacle.MissingUnits => $"des données de la clé ne sont pas transmises{During(outcome, year)}, et une valeur manquante n’est pas zéro",
        AllocationObstacle.NoUnits => $"toutes les unités de la clé valent 0{During(outcome, year)}",
        AllocationObstacle.DirectMemberAbsent => $"une charge est affectée à un membre qui ne participe pas au service en {year}",
        AllocationObstacle.FloorsAboveCost => "les planchers des membres dépassent ensemble le coût",
        AllocationObstacle.CeilingsBelowCost => "les plafonds des membres ne couvrent pas le coût",
    };

    private static string Prorated(AnnualEvaluation evaluation, Allocation allocation)
    {
        var criteria = allocation.Shares[0].Criteria;
        var days = FrenchNumber.Format(evaluation.Perimeter.DaysInYear);
        var counted = criteria.FirstOrDefault(c => c.Criterion.Kind == CriterionKind.Population) is { } population
            ? $" : sa population compte au prorata de ses jours sur {days}, d’où une population " +
                $"de calcul de {FrenchQuantity.Of(population.TotalUnits, 2, "habitant", "habitants")}."
            : ".";
        var stocks = criteria.Where(c => c.Criterion is { IsMeasured: true, GoesByDays: true })
            .Select(c => $" Ce qui se constate à une date, {SplitKeys.Named(c.Criterion, evaluation.Dossier.Catalogue)}, compte au prorata " +
                $"des jours sur {days} : {FrenchNumber.Format(c.TotalUnits, 2)} pour tous les membres.");
        var used = !criteria.Any(c => c.Criterion is { IsMeasured: true, GoesByDays: false }) ? ""
            : counted == "." ? $" Les unités consommées ne sont pas réduites au prorata des {days} jours."
            : " Les unités consommées ne sont pas réduites.";
        return $"* Membre une partie de l’année{counted}{string.Concat(stocks)}{used}";
    }

    private static string Missing(AnnualEvaluation evaluation, AllocationOutcome outcome)
    {
        var key = outcome.Key!;
        var criteria = SplitKeys.Needs(key, evaluation.Dossier.Catalogue);
        var who = FrenchText.Names([.. outcome.MissingFor.Select(m => ReportText.Name(m.Name))]);
        return $"La répartition attend des données de la clé{During(outcome)} ({criteria}) pour " +
            $"{FrenchText.Count(outcome.MissingFor.Count, "membre", "membres")} : {who}. Une valeur manquante n’est pas zéro.";
    }

    private static string During(AllocationOutcome outcome, string year) =>
        outcome.Days is null ? $" en {year}" : During(outcome);

    private static string During(AllocationOutcome outcome) => outcome.Days is { } days
        ? $" du {FrenchDate.InWords(days.From)} au {FrenchDate.InWords(days.To)}"
        : "";
}
