using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Indicators.Statistics;

public sealed class ReferenceWindowTests
{
    // 1 to 36 over three years of months; May 2024 is missing.
    private static readonly PeriodValue[] Series =
        [.. Enumerable.Range(2023, 3).SelectMany(year => Period.InYear(year, Periodicity.Monthly))
            .Select((p, i) => new PeriodValue(p, p == Exact.Span("2024-05") ? null : i + 1))];

    [Fact]
    public void A_value_is_never_its_own_history() =>
        Assert.Equal([13, 14, 15, 16], Before("ADS-01", "2024-06", 4));

    [Fact]
    public void The_history_is_shorter_at_the_beginning() =>
        Assert.Equal([1, 2], Before("ADS-01", "2023-03", 24));

    [Fact]
    public void A_winter_is_judged_by_winters() => Assert.Equal([1, 13], Before("DEN-01", "2025-01", 24));

    [Fact]
    public void Values_of_another_length_are_no_history() => Assert.Empty(Before("ADS-01", "2025", 24));

    private static IReadOnlyList<decimal> Before(string code, string period, int longest) =>
        ReferenceWindow.Before(Catalogue.Standard[code], Exact.Span(period), Series, longest, Catalogue.Standard);
}
