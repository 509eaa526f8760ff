using Evaluation.Core.French;
using Evaluation.Core.Periods;

namespace Evaluation.Functions.Consult;

/// <summary>Names of periods on pages.</summary>
internal static class PeriodWords
{
    /// <summary><see cref="FrenchPeriod.InWords"/> at the head of a line.</summary>
    public static string Head(Period period)
    {
        var words = FrenchPeriod.InWords(period);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
