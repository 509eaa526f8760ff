using Evaluation.Core.Periods;

namespace Evaluation.Core.Indicators;

/// <summary>A year of one indicator and one member or the service: what is known, and when it counts.</summary>
/// <param name="Values">By rank of the period; empty when nothing is known.</param>
/// <param name="Active">When the member takes part; a value outside does not count.</param>
/// <param name="Periodicity">Of the indicator.</param>
internal readonly record struct CountedYear(IndicatorValue?[] Values, MonthSet Active, Periodicity Periodicity)
{
    /// <summary>The value of a rank; null when it is not known or does not count.</summary>
    public IndicatorValue? Find(int rank) => Values.Length > 0 && TakesPart(rank) ? Values[rank - 1] : null;

    /// <summary>This year without what does not count in the same period of another.</summary>
    public CountedYear KnownAlsoIn(CountedYear other) =>
        this with { Values = [.. Values.Select((value, i) => other.Find(i + 1) is null ? null : value)] };

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

    private bool TakesPart(int rank) => Active.Meets(MonthSet.Of(Periodicity, rank));
}
