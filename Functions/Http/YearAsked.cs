using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Http;

/// <summary>Reads a year of an address or of a parameter: four digits.</summary>
internal static class YearAsked
{
    /// <summary>The year; null when the text is none.</summary>
    public static int? Find(string? text) =>
        Period.TryParse(text, out var period) && period.Periodicity == Periodicity.Annual ? period.Year : null;

    /// <summary>The same, where one must be told.</summary>
    /// <exception cref="RefusalException">The text is no year (<c>year.invalid</c>).</exception>
    public static int Of(string? text) => Find(text) ?? throw Refusals.YearInvalid.Refused();
}
