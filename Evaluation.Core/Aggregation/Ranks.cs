using Evaluation.Core.Periods;

namespace Evaluation.Core.Aggregation;

/// <summary>The ranks in the year of the periods that make a window; none when it is shorter than one of them.</summary>
/// <param name="First">From 1.</param>
/// <param name="Last">Before <paramref name="First"/> when there is none.</param>
internal readonly record struct Ranks(int First, int Last)
{
    /// <summary>One bit per rank, the first rank of a year being the lowest.</summary>
    public int Bits => Last < First ? 0 : ((1 << (Last - First + 1)) - 1) << (First - 1);

    /// <summary>The bit of one rank.</summary>
    public static int Bit(int rank) => 1 << (rank - 1);

    public static Ranks Of(Period window, Periodicity periodicity)
    {
        var count = window.Periodicity.Months() / periodicity.Months();
        return new(((window.Index - 1) * count) + 1, window.Index * count);
    }
}
