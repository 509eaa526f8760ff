using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Statistics;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>Evaluates followed indicators one by one over the same values.</summary>
internal sealed class IndicatorEvaluation
{
    private readonly Dossier _dossier;
    private readonly IndicatorAggregation _aggregation;
    private readonly Period _year;
    private readonly CountedValues _now;
    private readonly CountedValues _before;
    private readonly YearComparison _comparison;
    private readonly ConstantPerimeter _constant;
    private readonly DueValues _due;
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
        _constant = new ConstantPerimeter(dossier, _aggregation);
        _due = new DueValues(dossier);
        _comparison = new YearComparison(
            dossier,
            _aggregation,
            (_now, _before),
            (_aggregation.In(year, members, alsoIn: yearBefore), _aggregation.In(yearBefore, membersBefore, alsoIn: year)),
            _constant.IsEveryone,
            _due);
        _ofMembers =
        [
            .. perimeter.Participants.Select(p => p.Member).Select(m => (
                m, _now.Only(m.Siren), _before.Only(m.Siren))),
        ];
    }

    public IndicatorResult Of(FollowedIndicator followed)
    {
        var definition = followed.Definition;
        var value = _aggregation.Over(definition, _year, _now);
        var provisional = Provisional(definition);
        var isPartial = _due.IsPartial(definition, _year, _now);
        var isConclusive = _due.AreEnough(definition, _now);
        var answers = _aggregation.Answers(definition, _year, _now);
        var result = new IndicatorResult(
            followed,
            value,
            _aggregation.Over(definition, _year.PreviousYear, _before),
            _comparison.Of(definition, _year),
            answers is { AreTooFew: true } && followed.Target is not null
                ? TargetStatus.NotConclusive
                : Status(followed, value, isPartial, isConclusive),
            [.. Period.InYear(_dossier.Year, definition.Periodicity).Select(p => Point(definition, p, provisional))],
            definition.Level == IndicatorLevel.Member
                ? [.. _ofMembers.Select(m => OfMember(followed, m.Member, m.Now, m.Before))]
                : [])
        {
            IsPartial = isPartial,
            IsPreviousPartial = _due.IsPartial(definition, _year.PreviousYear, _before),
            Answers = answers,
            PreviousAnswers = _aggregation.Answers(definition, _year.PreviousYear, _before),
            IsConclusive = isConclusive,
            Trend = definition.Periodicity == Periodicity.Annual
                ? null
                : _constant.TrendOf(definition, YearComparison.IsOfServiceOverMembers(definition, _dossier.Catalogue)),
        };
        return result with
        {
            Homogeneity = IsComparable(definition) ? Homogeneity.Of([.. Communes(result).Select(m => m.Value).OfType<decimal>()]) : null,
            HomogeneityChange = IsComparable(definition)
                ? HomogeneityChange.Of(
                    definition, _year, [.. Communes(result).Select(m => new TwoYears(m.Value, m.Previous))], _dossier.Catalogue)
                : null,
        };
    }

    // A count follows the size of a commune: only a mean or a rate says whether it is served like the others.
    private static bool IsComparable(IndicatorDefinition definition) =>
        definition is { Level: IndicatorLevel.Member, Aggregation: AggregationRule.Average or AggregationRule.Ratio };

    private static IEnumerable<MemberResult> Communes(IndicatorResult result) =>
        result.ByMember.Where(m => m.Member.Kind == MemberKind.Commune);

    // A status must agree with the figure printed beside it. Below 80 % of the values it rests on there is none; of what
    // adds up and lacks a value, only what no missing value could change is told.
    private static TargetStatus Status(FollowedIndicator followed, decimal? value, bool isPartial, bool isConclusive)
    {
        if (followed.Target is not { } target)
        {
            return TargetStatus.NoTarget;
        }

        var status = target.StatusOf(Rounded(value, followed.Definition));
        if (status == TargetStatus.NotKnown)
        {
            return status;
        }

        var isSettled = !isPartial
            || (followed.Definition.Min >= 0 && (target.IsMaximum ? status == TargetStatus.Missed : status == TargetStatus.Reached));
        return isConclusive && isSettled ? status : TargetStatus.NotConclusive;
    }

    private static decimal? Rounded(decimal? value, IndicatorDefinition definition) => value is { } v
        ? decimal.Round(v, definition.Decimals, MidpointRounding.AwayFromZero)
        : null;

    private SeriesPoint Point(IndicatorDefinition definition, Period period, MonthSet provisional) => new(
        period,
        _aggregation.Over(definition, period, _now),
        _aggregation.Over(definition, period.PreviousYear, _before),
        provisional.Meets(MonthSet.Of(period.Periodicity, period.Index)))
    {
        Comparison = _comparison.Of(definition, period),
        IsPartial = _due.IsPartial(definition, period, _now),
        IsPreviousPartial = _due.IsPartial(definition, period.PreviousYear, _before),
    };

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
        var isPartial = _due.IsPartial(followed.Definition, _year, now);
        var isConclusive = _due.AreEnough(followed.Definition, now);
        return new MemberResult(
            member,
            value,
            _aggregation.Over(followed.Definition, _year.PreviousYear, before),
            Status(followed, value, isPartial, isConclusive))
        {
            IsPartial = isPartial,
            IsConclusive = isConclusive,
        };
    }
}
