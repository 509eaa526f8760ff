namespace Evaluation.Core.Indicators;

/// <summary>The values known of one mutualisation, over any number of years, found by where they belong.</summary>
public sealed class ValueBook
{
    private readonly Dictionary<ValueKey, IndicatorValue> _values;

    /// <summary>A book of values; a later one replaces an earlier one of the same key.</summary>
    public ValueBook(IEnumerable<IndicatorValue> values)
    {
        _values = [];
        foreach (var value in values)
        {
            _values[value.Key] = value;
        }
    }

    /// <summary>All values, by indicator, then period, then member.</summary>
    public IEnumerable<IndicatorValue> All => _values.Values
        .OrderBy(v => v.Key.Indicator, StringComparer.Ordinal)
        .ThenBy(v => v.Key.Period)
        .ThenBy(v => v.Key.Member);

    /// <summary>The value of a key; null when it was not transmitted.</summary>
    public IndicatorValue? Find(ValueKey key) => _values.GetValueOrDefault(key);

    /// <summary>This book with more values in it.</summary>
    public ValueBook With(IEnumerable<IndicatorValue> more) => new(_values.Values.Concat(more));
}
