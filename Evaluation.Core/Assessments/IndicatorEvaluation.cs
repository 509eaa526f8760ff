using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments;

/// <summary>Evaluates followed indicators one by one over the same values.</summary>
internal sealed class IndicatorEvaluation
{
    private readonly Dossier _dossier;
    private readonly ValueBook _values;
    private readonly IndicatorAggregation _aggregation;
    private readonly IReadOnlyList<Siren> _members;
    private readonly IReadOnlyList<Siren> _membersBefore;
    private readonly Period _year;

    public IndicatorEvaluation(Dossier dossier, ValueBook values, Perimeter perimeter, Perimeter before)
    {
        _dossier = dossier;
        _values = values;
        _aggregation = new IndicatorAggregation(values, dossier.Mutualisation, dossier.Catalogue);
        _members = [.. perimeter.Participants.Select(p => p.Member.Siren)];
        _membersBefore = [.. before.Participants.Select(p => p.Member.Siren)];
        _year = Period.OfYear(dossier.Year);
    }

    public IndicatorResult Of(FollowedIndicator followed)
    {
        var definition = followed.Definition;
        var value = _aggregation.Over(definition, _year, _members);
        return new IndicatorResult(
            followed,
            value,
            _aggregation.Over(definition, _year.PreviousYear, _membersBefore),
            Compare(definition),
            followed.Target?.StatusOf(Rounded(value, definition)) ?? TargetStatus.NotApplicable,
            [.. Period.InYear(_dossier.Year, definition.Periodicity).Select(p => Point(definition, p))],
            definition.Level == IndicatorLevel.Member ? [.. _members.Select(m => OfMember(followed, m))] : []);
    }

    // A status must agree with the figure printed beside it.
    private static decimal? Rounded(decimal? value, IndicatorDefinition definition) => value is { } v
        ? decimal.Round(v, definition.Decimals, MidpointRounding.AwayFromZero)
        : null;

    private SeriesPoint Point(IndicatorDefinition definition, Period period) => new(
        period,
        _aggregation.Over(definition, period, _members),
        _aggregation.Over(definition, period.PreviousYear, _membersBefore),
        IsProvisional(definition, period));

    private bool IsProvisional(IndicatorDefinition definition, Period period) =>
        Catalogue.PartsOf(definition).Prepend(definition.Code)
            .Select(code => _dossier.Catalogue[code])
            .Where(part => !part.IsComputed && part.Periodicity <= period.Periodicity)
            .Any(part => period.Split(part.Periodicity).Any(p => Entities(part).Any(
                entity => _values.Find(new ValueKey(part.Code, entity, p)) is { Status: ValueStatus.Provisional })));

    private IEnumerable<Siren?> Entities(IndicatorDefinition part) =>
        part.Level == IndicatorLevel.Service ? [null] : _members.Select(m => (Siren?)m);

    private MemberResult OfMember(FollowedIndicator followed, Siren siren)
    {
        var value = _aggregation.Over(followed.Definition, _year, [siren]);
        return new MemberResult(
            _dossier.Community.Member(siren),
            value,
            _aggregation.Over(followed.Definition, _year.PreviousYear, [siren]),
            followed.Target?.StatusOf(Rounded(value, followed.Definition)) ?? TargetStatus.NotApplicable);
    }

    private Comparison? Compare(IndicatorDefinition definition)
    {
        var current = _aggregation.Over(definition, _year, _members, key => IsKnown(key with { Period = key.Period.PreviousYear }));
        var previous = _aggregation.Over(
            definition, _year.PreviousYear, _membersBefore, key => IsKnown(key with { Period = NextYear(key.Period) }));
        return current is { } c && previous is { } p ? new Comparison(c, p) : null;
    }

    private static Period NextYear(Period period) => Period.Of(period.Year + 1, period.Periodicity, period.Index);

    private bool IsKnown(ValueKey key) =>
        _values.Find(key) is not null
        && (key.Member is not { } member || _dossier.Mutualisation.IsActiveIn(member, key.Period));
}
