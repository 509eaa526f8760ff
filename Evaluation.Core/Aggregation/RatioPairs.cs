using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Aggregation;

/// <summary>
/// The pairs of a ratio that count, member by member, each over the longer of both periodicities. An evaluation walks
/// thousands of them: the walk allocates nothing.
/// </summary>
internal struct RatioPairs(IndicatorDefinition numerator, IndicatorDefinition denominator, Period window, CountedValues counted)
{
    private readonly CountedYear[] _uppers = counted.Of(numerator);
    private readonly CountedYear[] _lowers = counted.Of(denominator);
    private readonly Periodicity _step =
        numerator.Periodicity > denominator.Periodicity ? numerator.Periodicity : denominator.Periodicity;

    private readonly bool _isStock = numerator.Aggregation == AggregationRule.Last;
    private Ranks _ranks;
    private int _row = -1;
    private int _rank;

    /// <summary>The pair that <see cref="MoveNext"/> found.</summary>
    public RatioPair Current { get; private set; }

    /// <summary>This walk, from its start.</summary>
    public readonly RatioPairs GetEnumerator() => this;

    /// <summary>Goes to the next pair; false when there is none left.</summary>
    public bool MoveNext()
    {
        while (_rank >= _ranks.First && _row >= 0 || NextRow())
        {
            var rank = _rank--;
            if (_uppers[_row].Whole(_step, rank, numerator.Aggregation) is { } upper
                && _lowers[_row].Whole(_step, rank, denominator.Aggregation) is { } lower)
            {
                Current = new RatioPair(_row, Period.Of(window.Year, _step, rank), upper, lower);

                // The last pair of a stock stands for the whole window.
                _rank = _isStock ? 0 : _rank;
                return true;
            }
        }

        return false;
    }

    private bool NextRow()
    {
        _ranks = Ranks.Of(window, _step);
        _rank = _ranks.Last;
        do
        {
            _row++;
        }
        while (_row < _uppers.Length && _isStock && !_uppers[_row].IsThereAtTheEndOf(window));
        return _row < _uppers.Length && _rank >= _ranks.First;
    }
}
