using Evaluation.Core.Aggregation;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using static Evaluation.Core.Tests.Indicators.IndicatorAggregationProperties;

namespace Evaluation.Core.Tests.Indicators;

public sealed class IndicatorTraceTests
{
    private static readonly Period Year = Period.OfYear(2025);

    [Theory]
    [InlineData("ADS-01")]
    [InlineData("ADS-04")]
    [InlineData("ADS-06")]
    [InlineData("ADS-10")]
    [InlineData("FIN-03")]
    [InlineData("DSI-06")]
    public void A_figure_can_be_computed_again_from_its_trace(string code) => Properties.Hold(Books, book =>
    {
        var aggregation = new IndicatorAggregation(book, Everyone, Catalogue.Standard);
        var trace = aggregation.Trace(Catalogue.Standard[code], Year, Members);
        return trace.Result == aggregation.Over(Catalogue.Standard[code], Year, Members)
            && ByHand(trace) is var again
            && (again is null ? trace.Result is null : Math.Abs(again.Value - trace.Result!.Value) < 0.000000000001m)
            && trace.Members.All(m => m.Values.Count == m.Periods.Count && (m.Against is null || m.Against.Count == m.Periods.Count));
    });

    [Fact]
    public void A_rate_names_its_two_halves_and_the_submissions_behind_them()
    {
        var values = new GivenValues(Community)
            .Add("ADS-05", "A", "2025-01", 48).Add("ADS-02", "A", "2025-01", 50)
            .Add("ADS-05", "B", "2025-02", 9).Add("ADS-02", "B", "2025-02", 20)
            .Add("ADS-05", "C", "2025-03", 7);

        var trace = Trace(values, "ADS-06");

        Assert.Equal(("ADS-05", "ADS-02", 100m), (trace.NumeratorCode, trace.DenominatorCode, trace.Factor));
        Assert.Equal((57m, 70m), (trace.Numerator, trace.Denominator));
        Assert.Equal(["A", "B"], trace.Members.Select(m => Community.Member(m.Member!.Value).Name));
        Assert.Equal([48m], trace.Members[0].Values);
        Assert.Equal([50m], trace.Members[0].Against!);
        Assert.Equal([GivenValues.Submission], trace.Members[0].Submissions);
    }

    [Fact]
    public void A_cost_per_act_lists_the_service_and_then_its_members()
    {
        var values = new GivenValues(Community).Add("TRV-01", null, "2025", 485_000);
        foreach (var name in new[] { "A", "B", "C" })
        {
            values.AddYear("ADS-03", name, 2025, 2);
        }

        var trace = Trace(values, "ADS-14");

        Assert.Equal(4, trace.Members.Count);
        Assert.Null(trace.Members[0].Member);
        Assert.Equal((485_000m, 72m), (trace.Numerator, trace.Denominator));
        Assert.Equal(ByHand(trace), trace.Result);
    }

    [Fact]
    public void Nothing_known_leaves_an_empty_trace()
    {
        var trace = Trace(new GivenValues(Community), "ADS-06");

        Assert.Empty(trace.Members);
        Assert.Null(trace.Result);
    }

    private static IndicatorTrace Trace(GivenValues values, string code) =>
        new IndicatorAggregation(values.Book, Everyone, Catalogue.Standard).Trace(Catalogue.Standard[code], Year, Members);

    // As a reader would, from the lists alone.
    private static decimal? ByHand(IndicatorTrace trace)
    {
        var values = trace.Members.SelectMany(m => m.Values).ToList();
        var against = trace.Members.SelectMany(m => m.Against ?? []).ToList();
        return trace.Rule switch
        {
            _ when values.Count == 0 => null,
            AggregationRule.Sum or AggregationRule.Last => values.Sum(),
            AggregationRule.Average => values.Zip(against).Sum(pair => pair.First * pair.Second) / against.Sum(),
            _ => against.Sum() == 0 ? null : values.Sum() / against.Sum() * trace.Factor,
        };
    }
}
