using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
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
            SavingsObstacle.NoCost => $"aucun coût de {year} n’est connu.",
        };
        if (savings.Obstacle is SavingsObstacle.NoBaseline or SavingsObstacle.UnknownMembers)
        {
            yield return "Pour la mesurer, enregistrez ce que le même travail coûtait à chaque membre une année d’avant.";
        }
    }

    /// <summary>
    /// The same as a member is told it: why, and neither who else is the cause of it nor what only the service can do about it.
    /// </summary>
    public static string ObstacleToMember(AnnualEvaluation evaluation)
    {
        var savings = evaluation.Savings;
        var year = ReportText.Year(evaluation.Dossier.Year);
        return "Économie non mesurable : " + savings.Obstacle switch
        {
            SavingsObstacle.NoBaseline => "le service n’a pas enregistré la situation d’avant la mutualisation.",
            SavingsObstacle.UnknownMembers when savings.UnknownFor.Count == 0 => $"le service n’a aucun membre en {year}.",
            SavingsObstacle.UnknownMembers =>
                "le service n’a pas enregistré la situation d’avant la mutualisation de tous ses membres, et inconnu n’est pas zéro.",
            SavingsObstacle.NoPriceIndex => $"le service n’a pas d’indice de prix pour l’année de référence ou pour {year}.",
            SavingsObstacle.NoCost => $"aucun coût de {year} n’est connu.",
        };
    }

    /// <summary>What was saved, the verdict or its absence, posts, method.</summary>
    public static IEnumerable<string> Measured(AnnualEvaluation evaluation, PriceVolumeEfficiency total)
    {
        var savings = evaluation.Savings;
        var (then, now) = (ReportText.Year(savings.ReferenceYear!.Value), ReportText.Year(evaluation.Dossier.Year));
        var byDays = savings.ByMember.Any(b => b.Days < evaluation.Perimeter.DaysInYear) ? ", au prorata de leurs jours d’adhésion" : "";
        yield return $"La référence est ce que les membres dépensaient en {then}, avant la mutualisation{byDays} : {FrenchMoney.Euros(total.Reference)}. " +
            $"Les prix ajoutent {FrenchMoney.SignedEuros(total.Price)}" +
            (savings.HasVolume ? $", le volume {FrenchMoney.SignedEuros(total.Volume)}" : "") +
            $" ; le reste de l’écart, {FrenchMoney.SignedEuros(total.Efficiency)}, est l’effet d’efficience.";
        if (savings.HasVolume)
        {
            yield return $"Membre par membre, l’économie se compte au volume d’avant : {FrenchMoney.SignedEuros(total.GrossSaving)} au total ; " +
                $"avec l’effet du volume, {FrenchMoney.SignedEuros(total.Volume)}, elle est de {FrenchMoney.SignedEuros(total.EfficiencySaving)}.";
        }
        else
        {
            yield return "Le volume n’est pas mesuré pour tous les membres les deux années : il est laissé dans l’efficience.";
        }

        if (SavingsVerdict.WhyNone(evaluation) is { } why)
        {
            yield return savings.HasVerdict
                ? $"Pas de verdict sur les économies : {why}."
                : $"Pas de verdict sur les économies avant le bilan de {ReportText.Year(savings.VerdictFrom)}, " +
                    "deuxième année pleine du service : les coûts montent d’abord, le plus souvent.";
        }

        if (savings.AvoidedFte is { } avoided)
        {
            var kept = savings.RetainedFte is null or 0 ? "" : $", dont {Fte(savings.RetainedFte.Value)} chez les membres";
            var posts = $"({Fte(savings.FteThen!.Value)} en {then}, {Fte(savings.FteNow!.Value)} en {now}{kept})";
            yield return avoided == 0
                ? $"Le même travail emploie autant d’équivalents temps plein qu’avant, à 0,1 près {posts}."
                : avoided > 0 ? $"Postes évités : {Fte(avoided)} {posts}."
                : $"Le même travail emploie {Fte(-avoided)} de plus qu’avant {posts}.";
        }

        if (evaluation.Dossier.Baseline is { } baseline)
        {
            yield return $"Méthode : {ReportText.Inside(baseline.Method.TrimEnd('.'))}. Source : {baseline.Source.TrimEnd('.')}.";
        }

        yield return "La refacturation entre le service et ses membres déplace l’économie d’un membre à l’autre, sans changer le total.";
    }

    /// <summary>
    /// The saving in one sentence that adds up by itself: what the work would have cost, what it costs and of what that is
    /// made, their difference. More spent is said first and plainly; what is not judged is told as measured, with why, and has no rate.
    /// </summary>
    public static string Takeaway(AnnualEvaluation evaluation, PriceVolumeEfficiency total)
    {
        var savings = evaluation.Savings;
        var basis = Basis(savings, ReportText.Year(evaluation.Dossier.Year));
        var without = $"le même travail aurait coûté {FrenchMoney.Euros(total.ReferenceAtCurrentVolume)} sans la mutualisation";
        var verb = evaluation.Costs is { IsProvisional: true } ? "il doit coûter" : "il coûte";
        var parts = savings.Retained == 0
            ? ""
            : $" ({FrenchMoney.Euros(total.Current - savings.Retained)} pour le service et {FrenchMoney.Euros(savings.Retained)} conservés par les membres)";
        var now = $"{verb} {FrenchMoney.Euros(total.Current)}{parts}";
        if (SavingsVerdict.WhyNone(evaluation) is { } why)
        {
            return $"{FrenchText.Opening(basis)}, {without} ; {now} : {Measure(total.EfficiencySaving)}, sans verdict ({why}).";
        }

        return total.EfficiencySaving switch
        {
            0 => $"{FrenchText.Opening(basis)}, {without} ; {now} : autant.",
            > 0 and var saving => $"{FrenchText.Opening(basis)}, {without} ; {now} : l’économie est de {FrenchMoney.Euros(saving)}{Rate(total)}.",
            var saving => $"Surcoût de {FrenchMoney.Euros(-saving)}{Rate(total)} : {basis}, {without} ; {now}.",
        };
    }

    private static string Measure(decimal saving) => saving switch
    {
        0 => "autant",
        > 0 => $"{FrenchMoney.Euros(saving)} de moins",
        _ => $"{FrenchMoney.Euros(-saving)} de plus",
    };

    /// <summary>« à prix et volume de 2025 », « à prix de 2025 » where volume is not measured.</summary>
    public static string Basis(SavingsResult savings, string year) =>
        savings.HasVolume ? $"à prix et volume de {year}" : $"à prix de {year}";

    /// <summary>How many members, or the provider, spend more than before, and who most; null when nobody does.</summary>
    public static string? Losing(AnnualEvaluation evaluation)
    {
        var year = ReportText.Year(evaluation.Dossier.Year);
        var participants = evaluation.Perimeter.Participants;
        var losing = evaluation.Savings.ByMember.Where(b => b.Saving < 0).ToList();
        var members = losing.Where(b => participants.Any(p => p.Member.Siren == b.Member.Siren)).ToList();
        List<string> who =
        [
            .. members.Where(b => b.Saving == members.Min(m => m.Saving)).ToList() is { Count: > 0 } most
                ? [$"{FrenchText.Count(members.Count, "membre", "membres")} sur {FrenchNumber.Format(participants.Count)} " +
                    $"({(members.Count == 1 ? "" : "le plus : ")}{FrenchText.Names([.. most.Select(b => ReportText.Name(b.Member.Name))])}, " +
                    $"{FrenchMoney.SignedEuros(-most[0].Saving)}{(most.Count > 1 ? " chacun" : "")})"]
                : Array.Empty<string>(),
            .. losing.Except(members).Select(b => $"le porteur ({ReportText.Name(b.Member.Name)}, {FrenchMoney.SignedEuros(-b.Saving)})"),
        ];
        return who.Count == 0 ? null : $"Dépense supérieure à celle d’avant, à prix de {year} et volume d’avant : {FrenchText.List(who)}.";
    }

    /// <summary>« Effet des prix (indice 100,00 → 119,20) ».</summary>
    public static string Prices(SavingsResult savings) => savings.Index is { } index
        ? $"Effet des prix ({index.Label} : {FrenchNumber.Format(index.Then, IndexDecimals)} → {FrenchNumber.Format(index.Now, IndexDecimals)})"
        : "Effet des prix";

    /// <summary>« Effet du volume (3 980,0 → 4 136,2 unités) ».</summary>
    public static string Volume(SavingsResult savings) =>
        $"Effet du volume ({FrenchNumber.Format(savings.VolumeThen!.Value, VolumeDecimals)} → " +
        $"{FrenchQuantity.Of(savings.VolumeNow!.Value, VolumeDecimals, "unité", "unités")})";

    private static string Rate(PriceVolumeEfficiency total) => total.ReferenceAtCurrentVolume == 0
        ? ""
        : $", soit {FrenchNumber.Percent(Math.Abs(total.EfficiencySaving / total.ReferenceAtCurrentVolume) * 100)} du coût sans la mutualisation";

    private static string Fte(decimal posts) =>
        FrenchQuantity.Of(posts, 1, "équivalent temps plein", "équivalents temps plein");
}
