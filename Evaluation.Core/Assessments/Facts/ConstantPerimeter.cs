using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Statistics;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>
/// The members that take part in the whole of two years, from the first month of the service: a trend over others would
/// follow who comes and goes. A period in which one of them sent nothing has no value; who never sent anything is left out.
/// </summary>
internal sealed class ConstantPerimeter
{
    private readonly Dossier _dossier;
    private readonly IndicatorAggregation _aggregation;
    private readonly IReadOnlyList<Siren> _members;
    private readonly CountedValues _now;
    private readonly CountedValues _before;

    public ConstantPerimeter(Dossier dossier, IndicatorAggregation aggregation)
    {
        _dossier = dossier;
        _aggregation = aggregation;
        var (mutualisation, year) = (dossier.Mutualisation, dossier.Year);
        var stays = dossier.Community.Members
            .Select(m => (m.Siren, Before: mutualisation.ActiveMonths(m.Siren, year - 1), Now: mutualisation.ActiveMonths(m.Siren, year)))
            .ToList();
        var before = stays.Aggregate(default(MonthSet), (months, m) => months.With(m.Before));
        var now = stays.Aggregate(default(MonthSet), (months, m) => months.With(m.Now));
        _members = [.. stays.Where(m => m.Before == before && m.Now == now && now != default).Select(m => m.Siren)];
        IsEveryone = stays.TrueForAll(m => (m.Before == default && m.Now == default) || _members.Contains(m.Siren));
        _now = aggregation.In(year, _members);
        _before = aggregation.In(year - 1, _members);
    }

    /// <summary>Whether nobody came or left, so that what does not part by member is on one perimeter as well.</summary>
    public bool IsEveryone { get; }

    /// <summary>The trend of an indicator over the periods of both years.</summary>
    public TrendOutcome TrendOf(IndicatorDefinition definition, bool isOfServiceOverMembers)
    {
        if (isOfServiceOverMembers && !IsEveryone)
        {
            return new TrendOutcome(null, TrendObstacle.Perimeter);
        }

        var parts = Catalogue.PartsOf(definition).Prepend(definition.Code).Select(code => _dossier.Catalogue[code])
            .Where(part => !part.IsComputed)
            .ToList();
        var isOfMembers = parts.Exists(part => part.Level == IndicatorLevel.Member);
        IReadOnlyList<Siren> speaking = isOfMembers && !isOfServiceOverMembers
            ? [.. _members.Where((_, i) => parts.Exists(part =>
                part.Level == IndicatorLevel.Member && (_now.Of(part)[i].HasAny || _before.Of(part)[i].HasAny)))]
            : _members;
        var isAll = speaking.Count == _members.Count;
        var now = isAll ? _now : _aggregation.In(_dossier.Year, speaking);
        var before = isAll ? _before : _aggregation.In(_dossier.Year - 1, speaking);
        var outcome = TrendOutcome.Of(
            definition,
            [
                .. Series(definition, _dossier.Year - 1, before),
                .. Series(definition, _dossier.Year, now),
            ],
            _dossier.Catalogue);
        return isOfMembers ? outcome with { Members = speaking.Count } : outcome;
    }

    private IEnumerable<PeriodValue> Series(IndicatorDefinition definition, int year, CountedValues counted) =>
        Period.InYear(year, definition.Periodicity)
            .Select(p => new PeriodValue(p, _aggregation.WholeOver(definition, p, counted)));
}
