using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>Who shares the cost of a year, with days, units and amounts before, span by span (docs/spec/allocation.md).</summary>
/// <param name="dossier">Where values and memberships are read.</param>
/// <param name="year">Fiscal year shared.</param>
/// <param name="perimeter">Of that year.</param>
/// <param name="before">The allocation of the year before; null when it is not known.</param>
/// <param name="joining">Members that a scenario adds to those of the year.</param>
internal sealed class SpanContributors(
    Dossier dossier, int year, Perimeter perimeter, Allocation? before, IReadOnlyList<Member>? joining = null)
{
    // Units of a period that straddles the end of a span are kept at six decimals.
    private const int StraddlingDecimals = 6;

    private readonly IndicatorAggregation _aggregation = new(dossier.Values, dossier.Mutualisation, dossier.Catalogue);
    private readonly Period _year = Period.OfYear(year);
    private readonly Dictionary<Siren, decimal> _previous = Previous(dossier.CostsOf(year - 1), before, year - 1);

    public ContributingSpan Of(KeySpan span)
    {
        var definitions = span.Key.Indicators.Select(c => dossier.Catalogue[c]).ToList();
        return new ContributingSpan(
            span with { Key = Dated(span.Key) },
            [.. perimeter.Participants
                .Select(p => (Participant: p, Days: IsYear(span) ? p.Days : DaysIn(p.Member.Siren, span)))
                .Where(p => p.Days > 0)
                .Select(p => Contributor(p.Participant, p.Days, span, definitions))]);
    }

    // One vintage for all: two years of counts in one split would favour who was counted last.
    private AllocationKey Dated(AllocationKey key) => key.Criteria.All(c => c.Kind != CriterionKind.Population)
        ? key
        : key with { Criteria = [.. key.Criteria.Select(Dated)] };

    private KeyCriterion Dated(KeyCriterion criterion) => criterion.Kind != CriterionKind.Population ? criterion : criterion with
    {
        Vintage = PopulationVintage.For(
            perimeter.Participants.Select(p => p.Member).Concat(joining ?? []), criterion.Population, criterion.ReferenceYear ?? year),
    };

    private Contributor Contributor(
        Participant participant, int days, KeySpan span, IReadOnlyList<IndicatorDefinition> definitions)
    {
        var member = participant.Member.Siren;
        var units = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            if ((IsYear(span) ? OverYear(definition, member) : Over(span, definition, member)) is { } value)
            {
                units[definition.Code] = value;
            }
        }

        return new Contributor(participant.Member, days, participant.Population, units)
        {
            FiscalYear = year,
            DaysByPart = span.Parts.Count == 1 ? [] : [.. span.Parts.Select(p => DaysIn(member, p))],
            YearOfMembership = YearOfMembership(member),
            PreviousAmount = _previous.TryGetValue(member, out var amount) ? amount : null,
        };
    }

    private bool IsYear(KeySpan span) => span.From == _year.Start && span.To == _year.End;

    private int DaysIn(Siren member, KeySpan span) => dossier.Mutualisation.Memberships
        .Where(m => m.Member == member)
        .Sum(m => Days(m.From, m.To ?? span.To, span));

    private static int Days(DateOnly from, DateOnly to, KeySpan span)
    {
        var (first, last) = (from > span.From ? from : span.From, to < span.To ? to : span.To);
        return Math.Max(0, last.DayNumber - first.DayNumber);
    }

    private int YearOfMembership(Siren member) =>
        year - dossier.Mutualisation.Memberships.Where(m => m.Member == member).Min(m => m.From).Year + 1;

    // A sum that lacks a month that is due would bill that month as zero: it is no value at all.
    private decimal? OverYear(IndicatorDefinition definition, Siren member) =>
        definition.Aggregation == AggregationRule.Last || IsWhole(definition, PeriodsOf(definition, member), member)
            ? _aggregation.WhileMember(definition, _year, member)
            : null;

    // What adds up counts by the days of its periods in the span; a stock is the last known one; a mean is the year’s.
    private decimal? Over(KeySpan span, IndicatorDefinition definition, Siren member)
    {
        List<Period> periods = [.. PeriodsOf(definition, member).Where(p => p.Start < span.To && p.End > span.From)];
        return definition.Aggregation switch
        {
            AggregationRule.Last => periods.Select(Known).LastOrDefault(v => v is not null),
            AggregationRule.Average => OverYear(definition, member),
            AggregationRule.Sum or AggregationRule.Ratio =>
                IsWhole(definition, periods, member) && periods.Exists(p => Known(p) is not null)
                ? periods.Sum(p => Part(Known(p) ?? 0, p, span))
                : null,
        };

        decimal? Known(Period period) => dossier.Values.Find(new ValueKey(definition.Code, member, period))?.Value;
    }

    private static decimal Part(decimal value, Period period, KeySpan span)
    {
        var (inside, all) = (Days(period.Start, period.End, span), period.End.DayNumber - period.Start.DayNumber);
        return inside == all
            ? value
            : decimal.Round(value * inside / all, StraddlingDecimals, MidpointRounding.AwayFromZero);
    }

    private IEnumerable<Period> PeriodsOf(IndicatorDefinition definition, Siren member) =>
        Period.InYear(year, definition.Periodicity).Where(p => dossier.Mutualisation.IsActiveIn(member, p));

    private bool IsWhole(IndicatorDefinition definition, IEnumerable<Period> periods, Siren member) =>
        periods.Where(p => p.DueOn < dossier.AsOf)
            .All(p => dossier.Values.Find(new ValueKey(definition.Code, member, p)) is not null);

    // What was settled comes first: the year before may have been capped against a year that is not here.
    private static Dictionary<Siren, decimal> Previous(CostYear? costs, Allocation? before, int year)
    {
        var days = Period.OfYear(year).End.DayNumber - Period.OfYear(year).Start.DayNumber;
        var settled = (costs?.Calls ?? []).GroupBy(c => c.Member)
            .Where(calls => calls.Any(c => c.Kind == CallKind.Balance))
            .ToDictionary(calls => calls.Key, calls => calls.Sum(c => c.Amount));
        return (before?.Shares ?? [])
            .Where(s => s.Days == days)
            .ToDictionary(
                s => s.Member.Siren,
                s => settled.TryGetValue(s.Member.Siren, out var amount) ? amount - s.Direct : s.Shared);
    }
}
