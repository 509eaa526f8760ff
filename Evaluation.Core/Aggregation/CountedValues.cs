using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Aggregation;

/// <summary>
/// What counts of a year and a set of members. It keeps the rows that it has looked up: the same ones serve the year,
/// each of its periods and every ratio that they are part of.
/// </summary>
/// <param name="values">What was observed.</param>
/// <param name="mutualisation">Who takes part when.</param>
/// <param name="year">Civil year.</param>
/// <param name="members">Whose values, for member-level indicators.</param>
/// <param name="alsoIn">Another year: only what is known in the same period of it as well counts.</param>
internal sealed class CountedValues(
    ValueBook values, Mutualisation mutualisation, int year, IReadOnlyList<Siren> members, int? alsoIn)
{
    private readonly Dictionary<string, CountedYear[]> _rows = new(StringComparer.Ordinal);
    private readonly CountedValues? _whole;
    private readonly int _row;
    private CountedValues? _ownYear;

    private CountedValues(CountedValues whole, ValueBook values, Mutualisation mutualisation, int year, Siren member, int row, int? alsoIn)
        : this(values, mutualisation, year, [member], alsoIn) => (_whole, _row) = (whole, row);

    /// <summary>The year of an indicator, member by member; one row at service level.</summary>
    public CountedYear[] Of(IndicatorDefinition definition)
    {
        if (!_rows.TryGetValue(definition.Code, out var rows))
        {
            _rows[definition.Code] = rows = definition.Level == IndicatorLevel.Service
                ? _whole?.Of(definition) ?? [Row(definition, null)]
                : _whole is not null
                    ? [_whole.Of(definition)[_row]]
                    : [.. members.Select(member => Row(definition, member))];
        }

        return rows;
    }

    /// <summary>Whose row it is; null for the service.</summary>
    public Siren? EntityOf(IndicatorDefinition definition, int row) =>
        definition.Level == IndicatorLevel.Service ? null : members[row];

    /// <summary>The same for one of the members; all of it for the service.</summary>
    public CountedValues Only(Siren? entity)
    {
        if (entity is not { } member)
        {
            return this;
        }

        for (var row = 0; row < members.Count; row++)
        {
            if (members[row] == member)
            {
                return new(this, values, mutualisation, year, member, row, alsoIn);
            }
        }

        return new(values, mutualisation, year, [member], alsoIn);
    }

    /// <summary>The same, whatever is known of the other year.</summary>
    public CountedValues OwnYear() => alsoIn is null ? this : _ownYear ??= new(values, mutualisation, year, members, null);

    private CountedYear Row(IndicatorDefinition definition, Siren? entity) => alsoIn is { } other
        ? Known(definition, entity, year).KnownAlsoIn(Known(definition, entity, other))
        : Known(definition, entity, year);

    private CountedYear Known(IndicatorDefinition definition, Siren? entity, int year) => new(
        values.Year(definition, entity, year),
        entity is { } participant ? mutualisation.ActiveMonths(participant, year) : MonthSet.All,
        entity is { } member && definition.Aggregation == AggregationRule.Last
            ? mutualisation.MonthsEnded(member, year)
            : MonthSet.All,
        definition.Periodicity);
}
