using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Indicators.Statistics;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments;

/// <summary>Evaluates followed indicators one by one over the same values.</summary>
internal sealed class IndicatorEvaluation
{
    private readonly Dossier _dossier;
    private readonly IndicatorAggregation _aggregation;
    private readonly Period _year;
    private readonly CountedValues _now;
    private readonly CountedValues _before;
    private readonly CountedValues _nowAsBefore;
    private readonly CountedValues _beforeAsNow;
    private readonly IReadOnlyList<(Member Member, CountedValues Now, CountedValues Before)> _ofMembers;

    public IndicatorEvaluation(Dossier dossier, ValueBook values, Perimeter perimeter, Perimeter before)
    {
        _dossier = dossier;
        _aggregation = new IndicatorAggregation(values, dossier.Mutualisation, dossier.Catalogue);
        _year = Period.OfYear(dossier.Year);
        var (year, yearBefore) = (dossier.Year, dossier.Year - 1);
        IReadOnlyList<Siren> members = [.. perimeter.Participants.Select(p => p.Member.Siren)];
        IReadOnlyList<Siren> membersBefore = [.. before.Participants.Select(p => p.Member.Siren)];
        _now = _aggregation.In(year, members);
        _before = _aggregation.In(yearBefore, membersBefore);
        _nowAsBefore = _aggregation.In(year, members, alsoIn: yearBefore);
        _beforeAsNow = _aggregation.In(yearBefore, membersBefore, alsoIn: year);
        _ofMembers =
        [
            .. perimeter.Participants.Select(p => p.Member).Select(m => (
                m, _aggregation.In(year, [m.Siren]), _aggregation.In(yearBefore, [m.Siren]))),
        ];
    }

    public IndicatorResult Of(FollowedIndicator followed)
    {
        var definition = followed.Definition;
        var value = _aggregation.Over(definition, _year, _now);
        var provisional = Provisional(definition);
        var result = new IndicatorResult(
            followed,
            value,
            _aggregation.Over(definition, _year.PreviousYear, _before),
            Compare(definition),
            followed.Target?.StatusOf(Rounded(value, definition)) ?? TargetStatus.NotApplicable,
            [.. Period.InYear(_dossier.Year, definition.Periodicity).Select(p => Point(definition, p, provisional))],
            definition.Level == IndicatorLevel.Member
                ? [.. _ofMembers.Select(m => OfMember(followed, m.Member, m.Now, m.Before))]
                : []);
        return result with
        {
            Trend = definition.Periodicity == Periodicity.Annual ? null : TrendOf(result),
            Homogeneity = IsComparable(definition) ? Homogeneity.Of([.. Communes(result).Select(m => m.Value).OfType<decimal>()]) : null,
            HomogeneityChange = IsComparable(definition)
                ? HomogeneityChange.Of(
                    definition, _year, [.. Communes(result).Select(m => new TwoYears(m.Value, m.Previous))], _dossier.Catalogue)
                : null,
        };
    }

    // A count follows the size of a commune: only a mean or a rate says whether it is served like the others.
    private static bool IsComparable(IndicatorDefinition definition) =>
        definition is { Level: IndicatorLevel.Member, Aggregation: Aggregation.Average or Aggregation.Ratio };

    private bool IsOfServiceOverMembers(IndicatorDefinition definition) =>
        definition.IsComputed
        && _dossier.Catalogue[definition.Numerator!].Level != _dossier.Catalogue[definition.Denominator!].Level;

    private static IEnumerable<MemberResult> Communes(IndicatorResult result) =>
        result.ByMember.Where(m => m.Member.Kind == MemberKind.Commune);

    private TrendOutcome TrendOf(IndicatorResult result) => TrendOutcome.Of(
        result.Definition,
        [
            .. result.Series.Select(p => new PeriodValue(p.Period.PreviousYear, p.Previous)),
            .. result.Series.Select(p => new PeriodValue(p.Period, p.Value)),
        ],
        _dossier.Catalogue);

    // A status must agree with the figure printed beside it.
    private static decimal? Rounded(decimal? value, IndicatorDefinition definition) => value is { } v
        ? decimal.Round(v, definition.Decimals, MidpointRounding.AwayFromZero)
        : null;

    private SeriesPoint Point(IndicatorDefinition definition, Period period, MonthSet provisional) => new(
        period,
        _aggregation.Over(definition, period, _now),
        _aggregation.Over(definition, period.PreviousYear, _before),
        provisional.Meets(MonthSet.Of(period.Periodicity, period.Index)));

    // The months in which a value that the indicator rests on may still change.
    private MonthSet Provisional(IndicatorDefinition definition)
    {
        MonthSet months = default;
        foreach (var part in Catalogue.PartsOf(definition).Prepend(definition.Code).Select(code => _dossier.Catalogue[code])
            .Where(part => !part.IsComputed && part.Periodicity <= definition.Periodicity))
        {
            foreach (var value in _now.Of(part).SelectMany(row => row.Values))
            {
                if (value is { Status: ValueStatus.Provisional, Key.Period: var period })
                {
                    months = months.With(MonthSet.Of(period.Periodicity, period.Index));
                }
            }
        }

        return months;
    }

    private MemberResult OfMember(FollowedIndicator followed, Member member, CountedValues now, CountedValues before)
    {
        var value = _aggregation.Over(followed.Definition, _year, now);
        return new MemberResult(
            member,
            value,
            _aggregation.Over(followed.Definition, _year.PreviousYear, before),
            followed.Target?.StatusOf(Rounded(value, followed.Definition)) ?? TargetStatus.NotApplicable);
    }

    private Comparison? Compare(IndicatorDefinition definition)
    {
        if (_dossier.Catalogue.BreaksBetween(definition, _year.PreviousYear, _year).Count > 0)
        {
            return null;
        }

        if (IsOfServiceOverMembers(definition))
        {
            // The cost of the service does not part by member: each year stands on its own perimeter.
            return _aggregation.Over(definition, _year, _now) is { } now
                && _aggregation.Over(definition, _year.PreviousYear, _before) is { } before
                    ? new Comparison(now, before) { IsOnSamePerimeter = false }
                    : null;
        }

        var current = _aggregation.Over(definition, _year, _nowAsBefore);
        var previous = _aggregation.Over(definition, _year.PreviousYear, _beforeAsNow);
        return current is { } c && previous is { } p ? new Comparison(c, p) : null;
    }
}
