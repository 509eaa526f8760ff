using Evaluation.Core.French;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>Impact: posts no longer needed, and whether communes are served more alike.</summary>
internal static class EffectEvidence
{
    public static IEnumerable<Evidence> Of(AnnualEvaluation evaluation)
    {
        if (evaluation.Savings.AvoidedFte is { } avoided)
        {
            yield return RegisterEvidence.Fact(
                "etpEvites",
                "Postes évités",
                Judgement.Information,
                $"{FrenchNumber.WithSign(avoided, 1)} équivalents temps plein par rapport à la référence.");
        }
    }
}
