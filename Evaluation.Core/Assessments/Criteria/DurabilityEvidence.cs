using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>Durabilité: whether the contract lasts, rests on several members, and can be undone.</summary>
internal static class DurabilityEvidence
{
    private const int ComfortableMonths = 12;
    private const int ShortMonths = 6;
    private const decimal LargeShare = 0.5m;
    private const decimal DominantShare = 0.75m;

    public static IEnumerable<Evidence> Of(AnnualEvaluation evaluation)
    {
        if (evaluation.Dossier.ConventionOf(evaluation.Dossier.Year) is { } convention)
        {
            yield return Term(convention, Period.OfYear(evaluation.Dossier.Year).End);
            yield return convention.Reversibility is null
                ? RegisterEvidence.Fact(
                    "reversibilite", "Réversibilité", Judgement.Defavorable, "La convention ne dit pas comment en sortir.")
                : RegisterEvidence.Fact(
                    "reversibilite", "Réversibilité", Judgement.Favorable, "La convention prévoit les conditions de sortie.");
        }

        if (evaluation.Allocation.Allocation is { Shares.Count: > 1 } allocation && allocation.Total > 0)
        {
            var largest = allocation.Shares.MaxBy(s => s.Amount)!;
            var part = largest.Amount / allocation.Total;
            yield return RegisterEvidence.Fact(
                "dependance",
                "Dépendance à un membre",
                part <= LargeShare ? Judgement.Favorable : part <= DominantShare ? Judgement.Mitige : Judgement.Defavorable,
                $"{largest.Member.Name} porte {FrenchNumber.Percent(part * 100)} du coût.");
        }
    }

    private static Evidence Term(Convention convention, DateOnly after)
    {
        const string code = "echeance";
        const string label = "Échéance de la convention";
        if (convention.EndsOn is not { } end)
        {
            return RegisterEvidence.Fact(code, label, Judgement.Favorable, "La convention n’a pas de terme.");
        }

        var months = ((end.Year - after.Year) * 12) + end.Month - after.Month + 1;
        return convention.Renewal == ConventionRenewal.Tacite
            ? RegisterEvidence.Fact(
                code, label, Judgement.Favorable, $"La convention se renouvelle tacitement au {FrenchDate.InWords(end)}.")
            : RegisterEvidence.Fact(
                code,
                label,
                RegisterEvidence.AtLeast(months, ComfortableMonths, ShortMonths),
                months > 0
                    ? $"La convention prend fin le {FrenchDate.InWords(end)}, {FrenchText.Count(months, "mois", "mois")} après l’exercice."
                    : $"La convention a pris fin le {FrenchDate.InWords(end)}.");
    }
}
