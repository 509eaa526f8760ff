using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>Pertinence: who joined, and who used the service.</summary>
internal static class MembershipEvidence
{
    private const decimal EnoughMembers = 0.8m;

    public static IEnumerable<Evidence> Of(YearFacts evaluation)
    {
        var perimeter = evaluation.Perimeter;
        if (perimeter.AdhesionRate is { } rate)
        {
            yield return RegisterEvidence.Fact(
                RegisterEvidence.Adhesion,
                "Taux d’adhésion",
                RegisterEvidence.AtLeast(rate, 0.75m, 0.5m),
                $"{FrenchText.Count(perimeter.CommunesAtEnd, "commune membre", "communes membres")} sur " +
                $"{FrenchNumber.Format(perimeter.EligibleCommunes)} au 31 décembre, soit {FrenchNumber.Percent(rate * 100)}.");
        }

        if (Usage(evaluation) is { } usage)
        {
            yield return usage;
        }
    }

    // Who has any activity. Who sent nothing, or only some zeros, is no member without use: nothing is known of it. There is
    // no such fact while no activity is followed member by member.
    private static Evidence? Usage(YearFacts evaluation)
    {
        var activities = evaluation.Indicators
            .Where(i => i.Definition is { Family: IndicatorFamily.Activite, Level: IndicatorLevel.Member, IsComputed: false, IsDerived: false })
            .ToList();
        var members = evaluation.Perimeter.Participants.Count;
        if (activities.Count == 0 || members == 0)
        {
            return null;
        }

        var ofMembers = activities.SelectMany(a => a.ByMember).ToLookup(m => m.Member.Siren);
        var users = ofMembers.Count(m => m.Any(a => a.Value > 0));
        var without = ofMembers.Count(m => m.All(a => a is { Value: 0, IsPartial: false }));
        var known = users + without;
        var received = activities.Aggregate(
            new Received(0, 0, 0), (sum, a) => sum + evaluation.Completeness.Behind(a.Definition));
        var isEnough = known >= EnoughMembers * members && received.Confidence != Confidence.Faible;
        var reading = $"{FrenchText.Count(users, "membre a utilisé", "membres ont utilisé")} le service dans l’année, sur " +
            $"{FrenchNumber.Format(known)} dont l’activité est connue";
        return RegisterEvidence.Fact(
            "usage",
            "Membres utilisateurs",
            isEnough ? RegisterEvidence.AtLeast((decimal)users / known, 0.9m, 0.7m) : Judgement.Manquant,
            isEnough ? $"{reading}." : $"{reading} : trop peu pour conclure.") with
        {
            Received = received.Expected == 0 ? null : received,
        };
    }
}
