using Evaluation.Core.French;
using Evaluation.Core.Periods;

namespace Evaluation.Functions.Consult;

/// <summary>Names of periods on pages.</summary>
internal static class PeriodWords
{
    /// <summary>In the middle of a line.</summary>
    public static string Of(Period period) => FrenchPeriod.InWords(period);

    /// <summary>The same at the head of a line.</summary>
    public static string Head(Period period) => char.ToUpperInvariant(Of(period)[0]) + Of(period)[1..];
}
