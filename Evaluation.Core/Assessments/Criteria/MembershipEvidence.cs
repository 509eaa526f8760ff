using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>Pertinence: who joined, and who used the service.</summary>
internal static class MembershipEvidence
{
    public static IEnumerable<Evidence> Of(AnnualEvaluation evaluation)
    {
        var perimeter = evaluation.Perimeter;
        if (perimeter.AdhesionRate is { } rate)
        {
            yield return RegisterEvidence.Fact(
                "adhesion",
                "Taux d’adhésion",
                RegisterEvidence.AtLeast(rate, 0.75m, 0.5m),
                $"{FrenchText.Count(perimeter.CommunesAtEnd, "commune membre", "communes membres")} sur " +
                $"{FrenchNumber.Format(perimeter.EligibleCommunes)} au 31 décembre, soit {FrenchNumber.Percent(rate * 100)}.");
        }

        if (Used(evaluation) is var (users, members))
        {
            yield return RegisterEvidence.Fact(
                "usage",
                "Membres utilisateurs",
                RegisterEvidence.AtLeast((decimal)users / members, 0.9m, 0.7m),
                $"{FrenchText.Count(users, "membre a utilisé", "membres ont utilisé")} le service dans l’année, sur {FrenchNumber.Format(members)}.");
        }
    }

    // Who has any activity; unknown while no activity is followed member by member.
    private static (int Users, int Members)? Used(AnnualEvaluation evaluation)
    {
        var activities = evaluation.Indicators
            .Where(i => i.Definition is { Family: IndicatorFamily.Activite, Level: IndicatorLevel.Member, IsComputed: false, IsDerived: false })
            .ToList();
        var members = evaluation.Perimeter.Participants.Count;
        var users = activities.SelectMany(a => a.ByMember).Where(m => m.Value > 0).Select(m => m.Member.Siren).Distinct().Count();
        return activities.Count == 0 || members == 0 ? null : (users, members);
    }
}
