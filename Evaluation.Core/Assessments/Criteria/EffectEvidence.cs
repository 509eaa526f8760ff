using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>Impact: posts no longer needed, and whether communes are served more alike.</summary>
internal static class EffectEvidence
{
    public static IEnumerable<Evidence> Of(YearFacts evaluation)
    {
        if (evaluation.Savings.AvoidedFte is { } avoided)
        {
            yield return RegisterEvidence.Fact(
                "etpEvites",
                avoided < 0 ? "Postes en plus" : "Postes évités",
                Judgement.Information,
                avoided == 0
                    ? "Autant d’équivalents temps plein que la référence, à 0,1 près."
                    : FrenchQuantity.Of(Math.Abs(avoided), 1, "équivalent temps plein", "équivalents temps plein") +
                        (avoided < 0 ? " de plus que la référence." : " de moins que la référence."));
        }

        if (evaluation.Indicators.FirstOrDefault(IsServiceLevel) is { } result)
        {
            yield return Homogeneity(result) with { Received = evaluation.Completeness.Behind(result.Definition) };
        }
    }

    private static Evidence Homogeneity(IndicatorResult result)
    {
        const string code = "homogeneite";
        const string label = "Homogénéité entre communes";
        if (result is not { IsConclusive: true, Comparison.IsConclusive: true })
        {
            return RegisterEvidence.Fact(
                code, label, Judgement.Manquant, $"{result.Definition.Label} : moins de 80 % des valeurs se comparent à celles d’un an plus tôt.");
        }

        var change = result.HomogeneityChange!;
        var shown = EqualityChange.Of(change);
        return RegisterEvidence.Fact(
            code,
            label,
            !shown.IsNoticeable ? (shown.Current == 0 ? Judgement.Favorable : Judgement.Mitige) : shown.Way < 0 ? Judgement.Favorable : Judgement.Defavorable,
            $"Service {EqualityChange.Reading(shown)} entre communes pour « {result.Definition.Label} », coefficient de variation de " +
            $"{FrenchNumber.Percent(shown.Current)} contre {FrenchNumber.Percent(shown.Previous)} un an plus tôt, " +
            $"sur {FrenchText.Count(change.Current.Communes, "commune", "communes")}.");
    }

    // The first delay or quality that says which way is good stands for the level of service.
    private static bool IsServiceLevel(IndicatorResult result) =>
        result.HomogeneityChange is not null
        && result.Definition is { Family: IndicatorFamily.Delai or IndicatorFamily.Qualite, Direction: not Direction.Neutral };
}
