using System.Numerics;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Aggregation;

/// <summary>
/// A year of one indicator and one member or the service: what is known, and when it counts. An evaluation asks it thousands
/// of times, so the periods that count and those that are known are bits by rank.
/// </summary>
internal readonly struct CountedYear
{
    private readonly MonthSet _active;
    private readonly MonthSet _ended;
    private readonly int _counting;
    private readonly int _sent;

    /// <summary>What is known of a year.</summary>
    /// <param name="values">By rank of the period; empty when nothing is known.</param>
    /// <param name="active">When the member takes part; a value outside does not count.</param>
    /// <param name="ended">The months that the member ends as a member: a stock counts only who is there at its end.</param>
    /// <param name="periodicity">Of the indicator.</param>
    public CountedYear(IndicatorValue?[] values, MonthSet active, MonthSet ended, Periodicity periodicity)
        : this(values, active, ended, periodicity, Sent(values))
    {
    }

    private CountedYear(IndicatorValue?[] values, MonthSet active, MonthSet ended, Periodicity periodicity, int sent)
    {
        Values = values;
        Periodicity = periodicity;
        (_active, _ended, _sent) = (active, ended, sent);
        _counting = active.Ranks(periodicity);
    }

    /// <summary>By rank of the period, whether they count or not; empty when nothing is known.</summary>
    public IndicatorValue?[] Values { get; }

    /// <summary>Of the indicator.</summary>
    public Periodicity Periodicity { get; }

    /// <summary>Whether a value that counts is known.</summary>
    public bool HasAny => (_sent & _counting) != 0;

    /// <summary>The value of a rank; null when it is not known or does not count.</summary>
    public IndicatorValue? Find(int rank) => (_sent & _counting & Ranks.Bit(rank)) != 0 ? Values[rank - 1] : null;

    /// <summary>This year without what does not count in the same period of another.</summary>
    public CountedYear KnownAlsoIn(CountedYear other) => new(
        Values,
        _active.Common(other._active),
        _ended.Common(other._ended),
        Periodicity,
        _sent & other._sent & other._counting);

    /// <summary>Whether the member is still there on the last day of a window.</summary>
    public bool IsThereAtTheEndOf(Period window) =>
        _ended.Meets(MonthSet.Of(Periodicity.Monthly, window.Index * window.Periodicity.Months()));

    /// <summary>The last value of a window; null when none is known, or when the member has left before its end.</summary>
    public IndicatorValue? LastOf(Period window)
    {
        var known = _sent & _counting & Ranks.Of(window, Periodicity).Bits;
        return known != 0 && IsThereAtTheEndOf(window) ? Values[BitOperations.Log2((uint)known)] : null;
    }

    /// <summary>Adds the values of a window that are known; false, and nothing added, when none is.</summary>
    public bool AddTo(ref decimal sum, Ranks window)
    {
        var known = _sent & _counting & window.Bits;
        for (var left = known; left != 0; left &= left - 1)
        {
            sum += Values[BitOperations.TrailingZeroCount(left)]!.Value;
        }

        return known != 0;
    }

    /// <summary>Whether no value of a window that counts is missing.</summary>
    public bool IsWhole(Period window, AggregationRule aggregation) => aggregation == AggregationRule.Last
        ? !IsThereAtTheEndOf(window) || LastOf(window) is not null
        : (_counting & ~_sent & Ranks.Of(window, Periodicity).Bits) == 0;

    /// <summary>The value over a longer or equal period; null when one that counts is missing, or none counts.</summary>
    public decimal? Whole(Periodicity longer, int rank, AggregationRule aggregation)
    {
        var count = longer.Months() / Periodicity.Months();
        var counting = _counting & new Ranks(((rank - 1) * count) + 1, rank * count).Bits;
        if (counting == 0 || (counting & ~_sent) != 0)
        {
            return null;
        }

        if (aggregation == AggregationRule.Last)
        {
            return Values[BitOperations.Log2((uint)counting)]!.Value;
        }

        var sum = 0m;
        for (var left = counting; left != 0; left &= left - 1)
        {
            sum += Values[BitOperations.TrailingZeroCount(left)]!.Value;
        }

        return sum;
    }

    /// <summary>Of the periods of a window, those that count within some months, and those that are known.</summary>
    public (int Expected, int Known) Count(Ranks window, MonthSet within)
    {
        var expected = _counting & window.Bits & within.Ranks(Periodicity);
        return (BitOperations.PopCount((uint)expected), BitOperations.PopCount((uint)(expected & _sent)));
    }

    private static int Sent(IndicatorValue?[] values)
    {
        var sent = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sent |= values[i] is null ? 0 : 1 << i;
        }

        return sent;
    }
}
