using Evaluation.Core.Assessments;
using Evaluation.Core.French;
using Evaluation.Core.Savings;

namespace Evaluation.Core.Reports;

/// <summary>Says what was saved, what that rests on, or why it cannot be measured.</summary>
internal static class SavingsWords
{
    private const int VolumeDecimals = 1;
    private const int IndexDecimals = 2;

    /// <summary>« Économie non mesurable » and why; who has to be asked.</summary>
    public static IEnumerable<string> Obstacle(AnnualEvaluation evaluation)
    {
        var savings = evaluation.Savings;
        var year = ReportText.Year(evaluation.Dossier.Year);
        yield return "Économie non mesurable : " + savings.Obstacle switch
        {
            SavingsObstacle.NoBaseline => "la situation d’avant la mutualisation n’a pas été enregistrée.",
            SavingsObstacle.UnknownMembers when savings.UnknownFor.Count == 0 => $"le service n’a aucun membre en {year}.",
            SavingsObstacle.UnknownMembers =>
                "la situation d’avant la mutualisation est inconnue pour " +
                $"{FrenchText.Count(savings.UnknownFor.Count, "membre", "membres")} ({FrenchText.Names([.. savings.UnknownFor.Select(m => ReportText.Name(m.Name))])}). " +
                "Inconnu n’est pas zéro.",
            SavingsObstacle.NoPriceIndex => $"l’indice de prix n’a pas de valeur pour l’année de référence ou pour {year}.",
            _ => $"aucun coût de {year} n’est connu.",
        };
        if (savings.Obstacle is SavingsObstacle.NoBaseline or SavingsObstacle.UnknownMembers)
        {
            yield return "Pour la mesurer, enregistrez ce que le même travail coûtait à chaque membre une année d’avant.";
        }
    }

    /// <summary>What was saved, the verdict or its absence, posts, method.</summary>
    public static IEnumerable<string> Measured(AnnualEvaluation evaluation, PriceVolumeEfficiency total)
    {
        var savings = evaluation.Savings;
        var (then, now) = (ReportText.Year(savings.ReferenceYear!.Value), ReportText.Year(evaluation.Dossier.Year));
        yield return $"La référence est ce que les membres dépensaient en {then}, avant la mutualisation : {FrenchMoney.Euros(total.Reference)}. " +
            $"Les prix ajoutent {FrenchMoney.SignedEuros(total.Price)}" +
            (savings.HasVolume ? $", le volume {FrenchMoney.SignedEuros(total.Volume)}" : "") +
            $" ; le reste de l’écart, {FrenchMoney.SignedEuros(total.Efficiency)}, est l’effet d’efficience.";
        if (savings.HasVolume)
        {
            yield return $"Membre par membre, l’économie se compte au volume d’avant : {FrenchMoney.SignedEuros(total.GrossSaving)} au total. " +
                $"Le volume en plus ou en moins la porte à {FrenchMoney.SignedEuros(total.EfficiencySaving)}.";
        }
        else
        {
            yield return "Le volume n’est pas mesuré pour tous les membres les deux années : il est laissé dans l’efficience.";
        }

        if (!savings.HasVerdict)
        {
            yield return $"Pas de verdict sur les économies avant le bilan de {ReportText.Year(savings.VerdictFrom)}, " +
                "deuxième année pleine du service : les coûts montent d’abord, le plus souvent.";
        }

        if (savings.AvoidedFte is { } avoided)
        {
            yield return avoided >= 0
                ? $"Postes évités : {Fte(avoided)} ({Fte(savings.FteThen!.Value)} en {then}, {Fte(savings.FteNow!.Value)} en {now})."
                : $"Le service emploie {Fte(-avoided)} de plus qu’avant ({Fte(savings.FteThen!.Value)} en {then}, {Fte(savings.FteNow!.Value)} en {now}).";
        }

        if (evaluation.Dossier.Baseline is { } baseline)
        {
            yield return $"Méthode : {ReportText.Inside(baseline.Method.TrimEnd('.'))}. Source : {baseline.Source.TrimEnd('.')}.";
        }

        yield return "La refacturation entre le service et ses membres déplace l’économie d’un membre à l’autre, sans changer le total.";
    }

    /// <summary>The saving in one sentence; more spent than before is said first and plainly.</summary>
    public static string Takeaway(SavingsResult savings, PriceVolumeEfficiency total, string year)
    {
        var basis = savings.HasVolume ? $"À prix et volume de {year}" : $"À prix de {year}";
        var head = $"{basis}, le même travail aurait coûté {FrenchMoney.Euros(total.ReferenceAtCurrentVolume)} sans la mutualisation";
        return total.EfficiencySaving switch
        {
            0 => $"{head} : autant qu’aujourd’hui.",
            > 0 => $"{head} : l’économie est de {FrenchMoney.Euros(total.EfficiencySaving)}{Rate(total)}.",
            _ => $"Le service coûte {FrenchMoney.Euros(-total.EfficiencySaving)} de plus qu’avant{Rate(total)}. {head}.",
        };
    }

    /// <summary>« Effet des prix (indice 100,00 → 119,20) ».</summary>
    public static string Prices(SavingsResult savings) => savings.Index is { } index
        ? $"Effet des prix ({index.Label} : {FrenchNumber.Format(index.Then, IndexDecimals)} → {FrenchNumber.Format(index.Now, IndexDecimals)})"
        : "Effet des prix";

    /// <summary>« Effet du volume (3 980,0 → 4 136,2 unités) ».</summary>
    public static string Volume(SavingsResult savings) =>
        $"Effet du volume ({FrenchNumber.Format(savings.VolumeThen!.Value, VolumeDecimals)} → " +
        $"{FrenchNumber.Format(savings.VolumeNow!.Value, VolumeDecimals)} unités)";

    private static string Rate(PriceVolumeEfficiency total) => total.ReferenceAtCurrentVolume == 0
        ? ""
        : $", soit {FrenchNumber.Percent(Math.Abs(total.EfficiencySaving) / total.ReferenceAtCurrentVolume * 100)}";

    private static string Fte(decimal posts) =>
        FrenchNumber.Format(posts, 1) + FrenchNumber.UnitSpace + FrenchText.Plural(posts, "équivalent temps plein", "équivalents temps plein");
}
