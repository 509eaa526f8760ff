using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments.Facts;

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
    /// <summary>Of the values due that did not come, those whose period still takes them: no others are asked for.</summary>
    public int StillTaken { get; init; }

    /// <summary>Whether values are to be sent in the year and less than 80 % of those due came, or none is due yet.</summary>
    public bool IsTooLow => ByIndicator.Count > 0 && Total.Confidence == Confidence.Faible;

    /// <summary>What was due of an indicator and of the parts it is computed from; nothing when the registers know it.</summary>
    public Received Behind(IndicatorDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var codes = Catalogue.PartsOf(definition).Prepend(definition.Code).ToHashSet(StringComparer.Ordinal);
        return ByIndicator
            .Where(i => codes.Contains(i.Definition.Code))
            .Aggregate(new Received(0, 0, 0), (sum, i) => sum + i.Received);
    }

    /// <summary>The completeness of a dossier’s year; periods whose deadline is not past are not expected.</summary>
    public static Completeness Of(Dossier dossier)
    {
        var members = dossier.Community.Members;
        var service = members.Count;
        var active = members.Select(m => dossier.Mutualisation.ActiveMonths(m.Siren, dossier.Year)).ToArray();
        var everyone = active.Aggregate(default(MonthSet), (months, member) => months.With(member));
        var byMember = new Tally[members.Count + 1];
        var byIndicator = new List<IndicatorCompleteness>();
        var stillTaken = 0;
        foreach (var definition in dossier.Mutualisation.Expected(dossier.Catalogue, Period.OfYear(dossier.Year)))
        {
            var due = Period.InYear(dossier.Year, definition.Periodicity).Count(p => p.DueOn < dossier.AsOf);
            var tally = default(Tally);
            if (definition.Level == IndicatorLevel.Service)
            {
                tally.Add(ref byMember[service], dossier, definition, null, everyone, due);
            }
            else
            {
                for (var i = 0; i < service; i++)
                {
                    tally.Add(ref byMember[i], dossier, definition, members[i].Siren, active[i], due);
                }
            }

            byIndicator.Add(new IndicatorCompleteness(definition, tally.Received));
            stillTaken += tally.StillTaken;
        }

        return new Completeness(
            byIndicator,
            [.. byMember
                .Select((tally, i) => new MemberCompleteness(i == service ? null : members[i], tally.Received))
                .Where(m => m.Received.Expected > 0)],
            byIndicator.Aggregate(new Received(0, 0, 0), (sum, i) => sum + i.Received))
        {
            StillTaken = stillTaken,
        };
    }

    private struct Tally
    {
        private int _expected;
        private int _received;
        private int _onTime;

        public int StillTaken { get; private set; }

        public readonly Received Received => new(_expected, _received, _onTime);

        // Deadlines follow one another, so the periods due are the first ones of the year.
        public void Add(ref Tally entity, Dossier dossier, IndicatorDefinition definition, Siren? member, MonthSet active, int due)
        {
            var row = dossier.Values.Year(definition, member, dossier.Year);
            for (var rank = 1; rank <= due; rank++)
            {
                if (active.Meets(MonthSet.Of(definition.Periodicity, rank)))
                {
                    var value = row.Length == 0 ? null : row[rank - 1];
                    Count(value);
                    entity.Count(value);
                    StillTaken += value is null && dossier.Closed.Takes(Period.Of(dossier.Year, definition.Periodicity, rank)) ? 1 : 0;
                }
            }
        }

        private void Count(IndicatorValue? value)
        {
            _expected++;
            _received += value is null ? 0 : 1;
            _onTime += value?.Origin is { } origin && origin.FirstReceivedOn <= value.Key.Period.DueOn ? 1 : 0;
        }
    }
}
