using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>Impact: posts no longer needed, and whether communes are served more alike.</summary>
internal static class EffectEvidence
{
    private const decimal OnePoint = 0.01m;

    public static IEnumerable<Evidence> Of(AnnualEvaluation evaluation)
    {
        if (evaluation.Savings.AvoidedFte is { } avoided)
        {
            yield return RegisterEvidence.Fact(
                "etpEvites",
                avoided < 0 ? "Postes en plus" : "Postes évités",
                Judgement.Information,
                FrenchQuantity.Of(Math.Abs(avoided), 1, "équivalent temps plein", "équivalents temps plein") +
                    (avoided < 0 ? " de plus que la référence." : " de moins que la référence."));
        }

        if (evaluation.Indicators.FirstOrDefault(IsServiceLevel) is { HomogeneityChange: { } change } result)
        {
            yield return RegisterEvidence.Fact(
                "homogeneite",
                "Homogénéité entre communes",
                change.Change <= -OnePoint ? Judgement.Favorable : change.Change < OnePoint ? Judgement.Mitige : Judgement.Defavorable,
                $"{result.Definition.Label} : coefficient de variation de {FrenchNumber.Percent(change.Current.Coefficient * 100)} contre " +
                $"{FrenchNumber.Percent(change.Previous.Coefficient * 100)} un an plus tôt, sur {FrenchText.Count(change.Current.Communes, "commune", "communes")}.");
        }
    }

    // The first delay or quality that says which way is good stands for the level of service.
    private static bool IsServiceLevel(IndicatorResult result) =>
        result.HomogeneityChange is not null
        && result.Definition is { Family: IndicatorFamily.Delai or IndicatorFamily.Qualite, Direction: not Direction.Neutral };
}
