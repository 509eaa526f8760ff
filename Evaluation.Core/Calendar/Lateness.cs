using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Calendar;

/// <summary>What is late: which values of a service are past their deadline, of a year and of the year before.</summary>
public static class Lateness
{
    /// <summary>The periods that lack values on a day, the earliest deadline first.</summary>
    /// <param name="dossier">The service, its values, the day up to which their arrival counts, and which periods take no more of them.</param>
    /// <param name="day">The day; a deadline of this very day is not past.</param>
    public static IReadOnlyList<OverduePeriod> Of(Dossier dossier, DateOnly day)
    {
        var tallies = new Dictionary<Period, Tally>();
        foreach (var year in new[] { dossier.Year - 1, dossier.Year })
        {
            foreach (var definition in dossier.Mutualisation.Expected(dossier.Catalogue, Period.OfYear(year)))
            {
                foreach (var period in Period.InYear(year, definition.Periodicity).TakeWhile(p => p.DueOn < day).Where(dossier.Mutualisation.IsInForceIn))
                {
                    Count(tallies, dossier, definition, period);
                }
            }
        }

        return
        [
            .. tallies.Where(t => t.Value.Missing > 0).OrderBy(t => t.Key.DueOn).ThenBy(t => t.Key)
                .Select(t => t.Value.Told(t.Key, dossier, day)),
        ];
    }

    private static void Count(
        Dictionary<Period, Tally> tallies, Dossier dossier, IndicatorDefinition definition, Period period)
    {
        var members = dossier.Mutualisation.MembersIn(dossier.Community, period);
        IEnumerable<Member?> senders = definition.Level == IndicatorLevel.Service ? members.Take(1).Select(_ => (Member?)null) : members;
        foreach (var sender in senders)
        {
            if (!tallies.TryGetValue(period, out var tally))
            {
                tallies[period] = tally = new Tally();
            }

            tally.Add(definition, sender, dossier.Values.Find(new ValueKey(definition.Code, sender?.Siren, period)), dossier.AsOf);
        }
    }

    private sealed class Tally
    {
        private readonly List<(IndicatorDefinition Definition, Member? Sender)> _missing = [];
        private int _expected;
        private int _late;

        public int Missing => _missing.Count;

        public void Add(IndicatorDefinition definition, Member? sender, IndicatorValue? value, DateOnly asOf)
        {
            _expected++;
            if (value is null || value.Origin?.FirstReceivedOn > asOf)
            {
                _missing.Add((definition, sender));
            }
            else if (value.Origin?.FirstReceivedOn > value.Key.Period.DueOn)
            {
                _late++;
            }
        }

        public OverduePeriod Told(Period period, Dossier dossier, DateOnly day) => new(
            period,
            day.DayNumber - period.DueOn.DayNumber,
            !dossier.Closed.Takes(period),
            _expected,
            _missing.Count,
            _late,
            [
                .. _missing.GroupBy(m => m.Definition.Code, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new MissingOfIndicator(g.First().Definition, g.Count())),
            ],
            [
                .. dossier.Community.Members.Append(null)
                    .Select(member => new MissingOfMember(member, _missing.Count(m => m.Sender?.Siren == member?.Siren)))
                    .Where(m => m.Missing > 0),
            ]);
    }
}
