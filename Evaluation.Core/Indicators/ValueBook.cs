using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Indicators;

/// <summary>The values known of one mutualisation, over any number of years, found by where they belong.</summary>
public sealed class ValueBook
{
    // One array per indicator, member and year, one cell per period: an evaluation reads whole years.
    private readonly Dictionary<ValueRow, IndicatorValue?[]> _rows;

    /// <summary>A book of values; a later one replaces an earlier one of the same key.</summary>
    public ValueBook(IEnumerable<IndicatorValue> values)
        : this([], values)
    {
    }

    private ValueBook(Dictionary<ValueRow, IndicatorValue?[]> rows, IEnumerable<IndicatorValue> values)
    {
        _rows = rows;
        foreach (var value in values)
        {
            var row = ValueRow.Of(value.Key);
            if (!_rows.TryGetValue(row, out var cells))
            {
                _rows[row] = cells = new IndicatorValue?[row.Periodicity.PerYear()];
            }

            cells[value.Key.Period.Index - 1] = value;
        }
    }

    /// <summary>All values, by indicator, then period, then member.</summary>
    public IEnumerable<IndicatorValue> All => _rows.Values
        .SelectMany(cells => cells.OfType<IndicatorValue>())
        .OrderBy(v => v.Key.Indicator, StringComparer.Ordinal)
        .ThenBy(v => v.Key.Period)
        .ThenBy(v => v.Key.Member);

    /// <summary>The value of a key; null when it was not transmitted.</summary>
    public IndicatorValue? Find(ValueKey key) =>
        _rows.TryGetValue(ValueRow.Of(key), out var cells) ? cells[key.Period.Index - 1] : null;

    /// <summary>Whether any value of a year says where it comes from.</summary>
    public bool HasOrigins(int year) =>
        _rows.Any(row => row.Key.Year == year && Array.Exists(row.Value, value => value?.Origin is not null));

    /// <summary>This book with more values in it.</summary>
    public ValueBook With(IEnumerable<IndicatorValue> more)
    {
        var added = more.ToList();
        var rows = new Dictionary<ValueRow, IndicatorValue?[]>(_rows);
        foreach (var row in added.Select(v => ValueRow.Of(v.Key)).Distinct().Where(rows.ContainsKey))
        {
            rows[row] = [.. rows[row]];
        }

        return new ValueBook(rows, added);
    }

    /// <summary>The values of a year of one indicator and a member or the service, by rank of their period.</summary>
    internal IndicatorValue?[] Year(IndicatorDefinition definition, Siren? member, int year) =>
        _rows.GetValueOrDefault(new ValueRow(definition.Code, member, year, definition.Periodicity)) ?? [];

    private readonly record struct ValueRow(string Indicator, Siren? Member, int Year, Periodicity Periodicity)
    {
        public static ValueRow Of(ValueKey key) => new(key.Indicator, key.Member, key.Period.Year, key.Period.Periodicity);
    }
}
