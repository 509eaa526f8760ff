using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>Durabilité: whether the contract lasts, rests on several members, and can be undone.</summary>
internal static class DurabilityEvidence
{
    private const decimal LargeShare = 0.5m;
    private const decimal DominantShare = 0.75m;

    public static IEnumerable<Evidence> Of(YearFacts evaluation)
    {
        var asOf = evaluation.Dossier.AsOf;
        if (evaluation.End is { } ended)
        {
            yield return RegisterEvidence.Fact("arret", "Arrêt du service", Judgement.Information, ended.Sentence);
            yield break;
        }

        if (evaluation.Dossier.Mutualisation.ConventionOn(asOf) is { } convention)
        {
            var subject = $"La convention{evaluation.Dossier.LaterConvention()}";
            yield return Term(convention, asOf, subject);
            yield return convention.Reversibility is null
                ? RegisterEvidence.Fact("reversibilite", "Réversibilité", Judgement.Defavorable, $"{subject} ne dit pas comment en sortir.")
                : RegisterEvidence.Fact("reversibilite", "Réversibilité", Judgement.Favorable, $"{subject} prévoit les conditions de sortie.");
        }

        if (evaluation.Allocation.Allocation is { Shares.Count: > 1 } allocation && allocation.Total > 0)
        {
            var amount = allocation.Shares.Max(s => s.Amount);
            var largest = allocation.Shares.Where(s => s.Amount == amount).Select(s => s.Member.Name).ToList();
            var part = amount / allocation.Total;
            yield return RegisterEvidence.Fact(
                "dependance",
                "Dépendance à un membre",
                part <= LargeShare ? Judgement.Favorable : part <= DominantShare ? Judgement.Mitige : Judgement.Defavorable,
                largest.Count == 1
                    ? $"Le membre qui paie le plus, {largest[0]}, porte {FrenchNumber.Percent(part * 100)} du coût."
                    : $"Les membres qui paient le plus, {FrenchText.Names(largest)}, portent chacun {FrenchNumber.Percent(part * 100)} du coût.");
        }
    }

    private static Evidence Term(Convention convention, DateOnly asOf, string subject)
    {
        var state = convention.StateOn(asOf);
        var judgement = state switch
        {
            ConventionState.Lasts or ConventionState.RenewsTacitly => Judgement.Favorable,
            ConventionState.ToDecide => Judgement.Mitige,
            ConventionState.NoticeBegun or ConventionState.Over => Judgement.Defavorable,
        };
        return RegisterEvidence.Fact("echeance", "Échéance de la convention", judgement, Reading(convention, state, asOf, subject)) with
        {
            BarsFavourable = judgement != Judgement.Favorable,
        };
    }

    private static string Reading(Convention convention, ConventionState state, DateOnly asOf, string subject)
    {
        if (convention is not { EndsOn: { } end } || convention.NoticeFrom() is not { } notice)
        {
            return $"{subject} n’a pas de terme.";
        }

        var condition = convention.Renewal == ConventionRenewal.Expresse ? " ; elle ne se poursuit que si les parties le décident" : "";
        return state switch
        {
            ConventionState.RenewsTacitly => end < asOf
                ? $"{subject} s’est renouvelée tacitement à son terme du {FrenchDate.InWords(end)}."
                : $"{subject} se renouvelle tacitement à son terme du {FrenchDate.InWords(end)}, sauf opposition d’une partie.",
            ConventionState.Lasts => $"{subject} court jusqu’au {FrenchDate.InWords(end)}.",
            ConventionState.ToDecide =>
                $"{subject} prend fin le {FrenchDate.InWords(end)}, son préavis commence le {FrenchDate.InWords(notice)}{condition}.",
            ConventionState.NoticeBegun =>
                $"{subject} prend fin le {FrenchDate.InWords(end)}, son préavis a commencé le {FrenchDate.InWords(notice)}{condition}.",
            ConventionState.Over => $"{subject} a pris fin le {FrenchDate.InWords(end)}.",
        };
    }
}
