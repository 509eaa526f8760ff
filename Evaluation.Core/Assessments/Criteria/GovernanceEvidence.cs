using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>Cohérence: whether the service is steered, and what became of last year’s recommendations.</summary>
internal static class GovernanceEvidence
{
    public static IEnumerable<Evidence> Of(AnnualEvaluation evaluation)
    {
        var (mutualisation, year) = (evaluation.Dossier.Mutualisation, evaluation.Dossier.Year);
        var meetings = mutualisation.Governance.Committees.Count(c => c.On.Year == year);
        if (meetings > 0 || mutualisation.Governance.Committees.Count > 0)
        {
            yield return RegisterEvidence.Fact(
                "comites",
                "Réunions de pilotage et de suivi",
                meetings > 0 ? Judgement.Favorable : Judgement.Defavorable,
                $"{FrenchText.Count(meetings, "réunion", "réunions")} dans l’année.");
        }

        var followed = evaluation.FollowedUp;
        if (followed.Count > 0)
        {
            var under = followed.Count(r => r.Status is RecommendationStatus.CarriedOut or RecommendationStatus.InProgress);
            yield return RegisterEvidence.Fact(
                "recommandations",
                "Suites données aux recommandations",
                RegisterEvidence.AtLeast((decimal)under / followed.Count, 1, 0.5m),
                $"{FrenchText.Count(under, "recommandation réalisée ou en cours", "recommandations réalisées ou en cours")} sur " +
                $"{FrenchNumber.Format(followed.Count)} de l’année précédente.");
        }
    }
}
