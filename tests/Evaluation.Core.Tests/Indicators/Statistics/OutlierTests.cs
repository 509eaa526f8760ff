using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Core.Rules;
using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Indicators.Statistics;

public sealed class OutlierTests
{
    private const string Steady = "9 11 9 11 9 11 9 11"; // mean 10, standard deviation 1
    private const string Spiked = "8 9 10 11 12 500"; // median 10.5, median absolute deviation 1.5

    [Theory]
    [InlineData(Steady, "13", OutlierVerdict.Normal, "3")] // the threshold itself is normal
    [InlineData(Steady, "13.1", OutlierVerdict.Outlier, "3.1")]
    [InlineData(Steady, "6.9", OutlierVerdict.Outlier, "-3.1")]
    [InlineData("10 10 10 10 10 10 10 10", "10", OutlierVerdict.Normal, null)]
    [InlineData("10 10 10 10 10 10 10 10", "11", OutlierVerdict.NoSpread, null)]
    [InlineData("9 11 9 11 9 11 9", "500", OutlierVerdict.HistoryTooShort, null)]
    public void A_score_counts_standard_deviations_from_the_mean(string history, string value, OutlierVerdict verdict, string? score)
    {
        var found = OutlierTest.ByZScore(Exact.Number(value), Exact.Numbers(history));

        Assert.Equal(verdict, found.Verdict);
        Assert.Equal(Exact.NumberOrNone(score), found.Score);
        Assert.Equal(3.0m, found.Threshold);
    }

    [Theory]
    [InlineData(Spiked, "18", OutlierVerdict.Normal, "3.37")]
    [InlineData(Spiked, "19", OutlierVerdict.Outlier, "3.82")] // hidden from the mean by the 500
    [InlineData(Spiked, "2", OutlierVerdict.Outlier, "-3.82")]
    [InlineData("7 7 7 7 7 9", "7", OutlierVerdict.Normal, null)]
    [InlineData("7 7 7 7 7 9", "9", OutlierVerdict.NoSpread, null)]
    [InlineData("8 9 10 11 12", "500", OutlierVerdict.HistoryTooShort, null)]
    public void A_modified_score_counts_median_deviations_from_the_median(string history, string value, OutlierVerdict verdict, string? score)
    {
        var found = OutlierTest.ByModifiedZScore(Exact.Number(value), Exact.Numbers(history));

        Assert.Equal(verdict, found.Verdict);
        Assert.Equal(Exact.NumberOrNone(score), found.Score is { } s ? decimal.Round(s, 2) : null);
        Assert.Equal(3.5m, found.Threshold);
    }

    [Theory]
    [InlineData("1", OutlierVerdict.Normal)]
    [InlineData("12", OutlierVerdict.Normal)]
    [InlineData("0.9", OutlierVerdict.Outlier)]
    [InlineData("12.1", OutlierVerdict.Outlier)]
    public void The_least_and_the_most_of_the_history_are_normal(string value, OutlierVerdict verdict) =>
        Assert.Equal(verdict, OutlierTest.ByMinMax(Exact.Number(value), Exact.Numbers("5 1 12 7 3 4 5 6 7 8 9 10")).Verdict);

    [Fact]
    public void Eleven_values_have_no_least_and_most_to_trust()
    {
        var found = OutlierTest.ByMinMax(99, Exact.Numbers("1 2 3 4 5 6 7 8 9 10 11"));

        Assert.Equal((OutlierVerdict.HistoryTooShort, 11, 12), (found.Verdict, found.Points, found.PointsNeeded));
    }

    [Fact]
    public void Thresholds_may_be_chosen()
    {
        Assert.Equal(OutlierVerdict.Outlier, OutlierTest.ByZScore(12.5m, Exact.Numbers(Steady), 2).Verdict);
        Assert.Equal(OutlierVerdict.Normal, OutlierTest.ByModifiedZScore(19, Exact.Numbers(Spiked), 4).Verdict);
    }

    [Fact]
    public void A_value_is_normal_exactly_between_the_bounds_told() => Properties.Hold(
        from history in Gen.Choose(0, 40).ListOf(10)
        from value in Gen.Choose(-200, 240)
        select (History: history.Select(n => (decimal)n).ToList(), Value: (decimal)value),
        given => new[] { OutlierTest.ByZScore(given.Value, given.History), OutlierTest.ByModifiedZScore(given.Value, given.History) }
            .All(found => found.Score is null
                || found.Verdict == OutlierVerdict.Normal == (given.Value >= found.Lowest && given.Value <= found.Highest)));

    [Theory]
    [InlineData("13.1", Steady, "Valeur hors de l’ordinaire : moyenne 10, écart type 1, score 3,1 pour un seuil de 3, 8 valeurs.")]
    [InlineData("10", Steady, "Valeur ordinaire : moyenne 10, écart type 1, score 0 pour un seuil de 3, 8 valeurs.")]
    [InlineData("10", "1 2", "Historique trop court : 2 valeurs, il en faut 8.")]
    [InlineData("9", "7 7 7 7 7 7 7 7", "L’historique ne varie pas (7 sur 8 valeurs) : l’écart ne se mesure pas.")]
    public void A_verdict_explains_itself(string value, string history, string sentence)
    {
        var text = OutlierWords.Explain(OutlierTest.ByZScore(Exact.Number(value), Exact.Numbers(history)), Catalogue.Standard["ADS-01"]);

        Assert.Equal(sentence, text.Replace('\u00A0', ' '));
        ProblemAssert.FrenchSentence(text);
    }

    [Fact]
    public void Only_what_is_out_of_the_ordinary_is_a_finding()
    {
        var requests = Catalogue.Standard["ADS-01"];
        var found = OutlierWords.Finding(OutlierTest.ByModifiedZScore(2_000, Exact.Numbers(Spiked)), requests)!;
        var byBounds = OutlierWords.Finding(OutlierTest.ByMinMax(99, [.. Enumerable.Range(1, 12).Select(n => (decimal)n)]), requests)!;

        Assert.Equal(("value.outlier", Severity.Warning), (found.Code, found.Severity));
        Assert.Contains("médiane 10,5, écart absolu médian 1,5", found.Message, StringComparison.Ordinal);
        Assert.Contains("de 1 à 12", byBounds.Message, StringComparison.Ordinal);
        ProblemAssert.FrenchSentence(found.Message);
        ProblemAssert.FrenchSentence(byBounds.Message);
        Assert.Null(OutlierWords.Finding(OutlierTest.ByZScore(10, Exact.Numbers(Steady)), requests));
        Assert.Null(OutlierWords.Finding(OutlierTest.ByZScore(10, []), requests));
    }
}
