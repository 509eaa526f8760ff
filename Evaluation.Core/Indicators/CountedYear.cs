using Evaluation.Core.Periods;

namespace Evaluation.Core.Indicators;

/// <summary>A year of one indicator and one member or the service: what is known, and when it counts.</summary>
/// <param name="Values">By rank of the period; empty when nothing is known.</param>
/// <param name="Active">When the member takes part; a value outside does not count.</param>
/// <param name="Ended">The months that the member ends as a member: a stock counts only who is there at its end.</param>
/// <param name="Periodicity">Of the indicator.</param>
internal readonly record struct CountedYear(
    IndicatorValue?[] Values, MonthSet Active, MonthSet Ended, Periodicity Periodicity)
{
    /// <summary>The value of a rank; null when it is not known or does not count.</summary>
    public IndicatorValue? Find(int rank) => Values.Length > 0 && TakesPart(rank) ? Values[rank - 1] : null;

    /// <summary>This year without what does not count in the same period of another.</summary>
    public CountedYear KnownAlsoIn(CountedYear other) => this with
    {
        Values = CommonTo(Values, other),
        Active = Active.Common(other.Active),
        Ended = Ended.Common(other.Ended),
    };

    private static IndicatorValue?[] CommonTo(IndicatorValue?[] values, CountedYear other)
    {
        var common = new IndicatorValue?[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            common[i] = other.Find(i + 1) is null ? null : values[i];
        }

        return common;
    }

    /// <summary>Whether the member is still there on the last day of a window.</summary>
    public bool IsThereAtTheEndOf(Period window) =>
        Ended.Meets(MonthSet.Of(Periodicity.Monthly, window.Index * window.Periodicity.Months()));

    /// <summary>The last value of a window; null when none is known, or when the member has left before its end.</summary>
    public IndicatorValue? LastOf(Period window)
    {
        if (!IsThereAtTheEndOf(window))
        {
            return null;
        }

        var ranks = Ranks.Of(window, Periodicity);
        for (var rank = ranks.Last; rank >= ranks.First; rank--)
        {
            if (Find(rank) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Whether no value of a window that counts is missing.</summary>
    public bool IsWhole(Period window, Aggregation aggregation)
    {
        if (aggregation == Aggregation.Last)
        {
            return !IsThereAtTheEndOf(window) || LastOf(window) is not null;
        }

        var ranks = Ranks.Of(window, Periodicity);
        for (var rank = ranks.First; rank <= ranks.Last; rank++)
        {
            if (TakesPart(rank) && Find(rank) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value over a longer or equal period; null when one that counts is missing, or none counts.</summary>
    public decimal? Whole(Periodicity longer, int rank, Aggregation aggregation)
    {
        var count = longer.Months() / Periodicity.Months();
        decimal? result = null;
        for (var inner = ((rank - 1) * count) + 1; inner <= rank * count; inner++)
        {
            if (!TakesPart(inner))
            {
                continue;
            }

            if (Find(inner) is not { } value)
            {
                return null;
            }

            result = aggregation == Aggregation.Last ? value.Value : (result ?? 0) + value.Value;
        }

        return result;
    }

    /// <summary>Of the periods from one rank to another, those that count within some months, and those that are known.</summary>
    public (int Expected, int Known) Count(int first, int last, MonthSet within)
    {
        var (expected, known) = (0, 0);
        for (var rank = first; rank <= last; rank++)
        {
            if (TakesPart(rank) && within.Meets(MonthSet.Of(Periodicity, rank)))
            {
                expected++;
                known += Find(rank) is null ? 0 : 1;
            }
        }

        return (expected, known);
    }

    private bool TakesPart(int rank) => Active.Meets(MonthSet.Of(Periodicity, rank));
}
