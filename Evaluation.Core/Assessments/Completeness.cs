using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments;

/// <summary>Completeness of one indicator.</summary>
/// <param name="Definition">Which.</param>
/// <param name="Received">Due and received.</param>
public sealed record IndicatorCompleteness(IndicatorDefinition Definition, Received Received);

/// <summary>Completeness of what one member transmits, or the service for itself.</summary>
/// <param name="Member">Who; null for the values of the service as a whole.</param>
/// <param name="Received">Due and received.</param>
public sealed record MemberCompleteness(Member? Member, Received Received);

/// <summary>Completeness and punctuality of a year: a missing value is not zero, and is counted here.</summary>
/// <param name="ByIndicator">Every indicator expected from the service, by code.</param>
/// <param name="ByMember">Every member with values due, in the community’s order; then the service.</param>
/// <param name="Total">All together.</param>
public sealed record Completeness(
    IReadOnlyList<IndicatorCompleteness> ByIndicator, IReadOnlyList<MemberCompleteness> ByMember, Received Total)
{
    /// <summary>The completeness of a dossier’s year; periods whose deadline is not past are not expected.</summary>
    public static Completeness Of(Dossier dossier)
    {
        var members = dossier.Community.Members;
        var service = members.Count;
        var byMember = new Tally[members.Count + 1];
        var byIndicator = new List<IndicatorCompleteness>();
        var periods = Enum.GetValues<Periodicity>().ToDictionary(
            p => p, p => Period.InYear(dossier.Year, p).Where(period => period.DueOn < dossier.AsOf).ToList());
        foreach (var definition in dossier.Mutualisation.Expected(dossier.Catalogue, Period.OfYear(dossier.Year)))
        {
            var tally = default(Tally);
            foreach (var period in periods[definition.Periodicity])
            {
                var isActive = false;
                for (var i = 0; i < members.Count; i++)
                {
                    if (!dossier.Mutualisation.IsActiveIn(members[i].Siren, period))
                    {
                        continue;
                    }

                    isActive = true;
                    if (definition.Level == IndicatorLevel.Member)
                    {
                        tally.Add(byMember, i, dossier, new ValueKey(definition.Code, members[i].Siren, period));
                    }
                }

                if (isActive && definition.Level == IndicatorLevel.Service)
                {
                    tally.Add(byMember, service, dossier, new ValueKey(definition.Code, null, period));
                }
            }

            byIndicator.Add(new IndicatorCompleteness(definition, tally.Received));
        }

        return new Completeness(
            byIndicator,
            [.. byMember
                .Select((tally, i) => new MemberCompleteness(i == service ? null : members[i], tally.Received))
                .Where(m => m.Received.Expected > 0)],
            byIndicator.Aggregate(new Received(0, 0, 0), (sum, i) => sum + i.Received));
    }

    private struct Tally
    {
        private int _expected;
        private int _received;
        private int _onTime;

        public readonly Received Received => new(_expected, _received, _onTime);

        public void Add(Tally[] byMember, int index, Dossier dossier, ValueKey key)
        {
            var value = dossier.Values.Find(key);
            Count(value);
            byMember[index].Count(value);
        }

        private void Count(IndicatorValue? value)
        {
            _expected++;
            _received += value is null ? 0 : 1;
            _onTime += value?.Origin is { } origin && origin.FirstReceivedOn <= value.Key.Period.DueOn ? 1 : 0;
        }
    }
}
