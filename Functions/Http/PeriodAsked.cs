using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Http;

/// <summary>Reads a period of an address: <c>2025-03</c>, <c>2025-Q1</c>, <c>2025-S1</c>, <c>2025</c>.</summary>
internal static class PeriodAsked
{
    /// <summary>The period.</summary>
    /// <exception cref="RefusalException">404: the text is none (<c>period.invalid</c>).</exception>
    public static Period Of(string text) =>
        Period.TryParse(text, out var period) ? period : throw Refusals.PeriodInvalid.RefusedAs(RefusalKind.Unknown);
}
