using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>Cohérence: whether the service is steered, and what became of last year’s recommendations.</summary>
internal static class GovernanceEvidence
{
    public static IEnumerable<Evidence> Of(YearFacts evaluation)
    {
        var dossier = evaluation.Dossier;
        if (dossier.Mutualisation.Governance.MeetingsIn(dossier.Year) is { } meetings)
        {
            yield return RegisterEvidence.Fact(
                RegisterEvidence.Meetings,
                "Réunions de pilotage et de suivi",
                StillOpen(evaluation, meetings > 0 ? Judgement.Favorable : Judgement.Defavorable),
                $"{FrenchText.Count(meetings, "réunion", "réunions")} dans l’année{SoFar(evaluation)}.");
        }

        var followed = evaluation.FollowedUp;
        if (followed.Count > 0)
        {
            var under = followed.Count(r => r.Status is RecommendationStatus.CarriedOut or RecommendationStatus.InProgress);
            yield return RegisterEvidence.Fact(
                "recommandations",
                "Suites données aux recommandations",
                StillOpen(evaluation, RegisterEvidence.AtLeast((decimal)under / followed.Count, 1, 0.5m)),
                $"{FrenchText.Count(under, "recommandation réalisée ou en cours", "recommandations réalisées ou en cours")} sur " +
                $"{FrenchNumber.Format(followed.Count)} de l’année précédente.");
        }
    }

    // What the rest of the year may still better is not held against the service.
    private static Judgement StillOpen(YearFacts evaluation, Judgement judgement) =>
        evaluation.IsYearOver || judgement == Judgement.Favorable ? judgement : Judgement.Information;

    private static string SoFar(YearFacts evaluation) => evaluation.IsYearOver ? "" : ", qui n’est pas finie";
}
