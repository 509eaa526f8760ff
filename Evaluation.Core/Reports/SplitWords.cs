using Evaluation.Core.Assessments;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
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
            $"Chaque membre paie le coût unitaire, {FrenchNumber.Format(price, 4)} €, multiplié par ses unités : " +
            $"{SplitKeys.Named(allocation.Key.Criteria[0], catalogue)}.",
        AllocationMethod.UnitPrice =>
            $"Chaque membre paie le coût unitaire multiplié par ses unités : {SplitKeys.Named(allocation.Key.Criteria[0], catalogue)}.",
        AllocationMethod.LumpSum => "Chaque membre paie le forfait de la convention, au prorata de ses jours d’adhésion.",
        AllocationMethod.PerAct => $"Chaque membre paie ses actes au prix de la convention : {SplitKeys.Prices(allocation.Key, catalogue)}.",
        AllocationMethod.Free => "Le service est gratuit : le porteur en garde le coût.",
        _ => SplitKeys.Shared(allocation.Key, catalogue),
    };

    /// <summary>What the reader must know of the amounts.</summary>
    public static IReadOnlyList<string> Notes(AnnualEvaluation evaluation, Allocation allocation)
    {
        var (year, before) = (ReportText.Year(evaluation.Dossier.Year), ReportText.Year(evaluation.Dossier.Year - 1));
        var notes = new List<string>();
        if (evaluation.Costs is { IsProvisional: true })
        {
            notes.Add($"Montants provisoires : ils partagent la prévision de {year}, le coût constaté n’est pas transmis.");
        }

        foreach (var dropped in allocation.DroppedCriteria)
        {
            notes.Add(
                $"Aucune unité de {SplitKeys.Named(dropped, evaluation.Dossier.Catalogue)} en {year} : " +
                $"son poids de {SplitKeys.Weight(dropped)} va aux autres critères en proportion.");
        }

        if (evaluation.PreviousAllocation is { Allocation: null, Obstacle: { } obstacle })
        {
            notes.Add($"Pas de montant pour {before} : {Reason(obstacle, before)}.");
        }
        else if (evaluation.Dossier.CostsOf(evaluation.Dossier.Year - 1) is { HasActuals: false })
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
        var mutualisation = evaluation.Dossier.Mutualisation;
        return ReportText.Prose(outcome.Obstacle switch
        {
            AllocationObstacle.NoKey when !mutualisation.LegalForm.SharesCosts() =>
                $"Un {mutualisation.LegalForm.Label()} ne partage aucun coût : il n’y a pas de répartition.",
            AllocationObstacle.NoKey => "Aucune convention ne dit comment partager le coût : il n’y a pas de répartition.",
            AllocationObstacle.NoCost => $"Aucun coût de {year} n’a été transmis : il n’y a rien à répartir.",
            AllocationObstacle.NoMember => $"Aucun membre en {year} : il n’y a personne entre qui répartir le coût.",
            AllocationObstacle.NoUnits => $"Toutes les unités de la clé valent 0 en {year} : le coût ne peut pas être réparti.",
            AllocationObstacle.DirectMemberAbsent =>
                $"Une charge de {year} est affectée à un membre qui n’adhère pas cette année-là : corrigez l’affectation ou l’adhésion.",
            AllocationObstacle.FloorsAboveCost => $"Les planchers des membres dépassent ensemble le coût de {year} : abaissez-les.",
            AllocationObstacle.CeilingsBelowCost => $"Les plafonds des membres ne couvrent pas le coût de {year} : relevez-les.",
            _ => Missing(evaluation, outcome),
        });
    }

    private static string Prorated(AnnualEvaluation evaluation, Allocation allocation)
    {
        var counted = allocation.Shares[0].Criteria.FirstOrDefault(c => c.Criterion.Kind == CriterionKind.Population);
        var days = FrenchNumber.Format(evaluation.Perimeter.DaysInYear);
        return counted is null
            ? $"* Membre une partie de l’année. Les unités consommées ne sont pas réduites au prorata des {days} jours."
            : $"* Membre une partie de l’année : sa population compte au prorata de ses jours sur {days}, d’où une population " +
                $"de calcul de {FrenchQuantity.Of(counted.TotalUnits, 2, "habitant", "habitants")}. Les unités consommées ne sont pas réduites.";
    }

    private static string Missing(AnnualEvaluation evaluation, AllocationOutcome outcome)
    {
        var key = evaluation.Dossier.ConventionOf(evaluation.Dossier.Year)!.Allocation!;
        var criteria = SplitKeys.Needs(key, evaluation.Dossier.Catalogue);
        var who = FrenchText.Names([.. outcome.MissingFor.Select(m => ReportText.Name(m.Name))]);
        return $"La répartition attend des données de la clé ({criteria}) pour " +
            $"{FrenchText.Count(outcome.MissingFor.Count, "membre", "membres")} : {who}. Une valeur manquante n’est pas zéro.";
    }

    private static string Reason(AllocationObstacle obstacle, string year) => obstacle switch
    {
        AllocationObstacle.NoCost => $"aucun coût de {year} n’est connu",
        AllocationObstacle.NoMember => $"le service n’avait aucun membre en {year}",
        AllocationObstacle.MissingUnits => $"des unités de la clé manquent en {year}",
        AllocationObstacle.NoUnits => $"toutes les unités de la clé valent 0 en {year}",
        AllocationObstacle.DirectMemberAbsent => $"une charge est affectée à un membre absent en {year}",
        AllocationObstacle.FloorsAboveCost => "les planchers dépassent le coût",
        AllocationObstacle.CeilingsBelowCost => "les plafonds ne couvrent pas le coût",
        _ => "aucune clé n’est connue",
    };
}
