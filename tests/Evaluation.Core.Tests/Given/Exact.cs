using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Tests.Given;

/// <summary>Exact values written as text, which attributes can hold.</summary>
internal static class Exact
{
    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    public static decimal? NumberOrNone(string? text) => text is null ? null : Number(text);

    /// <summary>« 33.34 33.33 » as a list.</summary>
    public static IReadOnlyList<decimal> Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Period Span(string text) =>
        Period.TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is no period.");

    public static Siren Siren(string text) => Core.Communities.Siren.Parse(text);
}
