using Evaluation.Core.Aggregation;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Core.Rules;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Indicators.Rules;

public sealed class RuleTests
{
    private static readonly IndicatorExpression A = IndicatorExpression.Of("A");
    private static readonly IndicatorExpression B = IndicatorExpression.Of("B");
    private static readonly IndicatorExpression C = IndicatorExpression.Of("C");

    [Theory]
    [InlineData(RuleOperator.Equal, "2", "2", true)]
    [InlineData(RuleOperator.Equal, "2", "3", false)]
    [InlineData(RuleOperator.NotEqual, "2", "3", true)]
    [InlineData(RuleOperator.NotEqual, "2", "2", false)]
    [InlineData(RuleOperator.GreaterThan, "3", "2", true)]
    [InlineData(RuleOperator.GreaterThan, "2", "2", false)]
    [InlineData(RuleOperator.GreaterOrEqual, "2", "2", true)]
    [InlineData(RuleOperator.GreaterOrEqual, "1", "2", false)]
    [InlineData(RuleOperator.LessThan, "1", "2", true)]
    [InlineData(RuleOperator.LessThan, "2", "2", false)]
    [InlineData(RuleOperator.LessOrEqual, "2", "2", true)]
    [InlineData(RuleOperator.LessOrEqual, "3", "2", false)]
    [InlineData(RuleOperator.CompulsoryPair, "1", "1", true)]
    [InlineData(RuleOperator.CompulsoryPair, null, null, true)]
    [InlineData(RuleOperator.CompulsoryPair, "0", null, false)] // zero is a value
    [InlineData(RuleOperator.CompulsoryPair, null, "1", false)]
    [InlineData(RuleOperator.ExclusivePair, "1", null, true)]
    [InlineData(RuleOperator.ExclusivePair, null, "1", true)]
    [InlineData(RuleOperator.ExclusivePair, null, null, true)]
    [InlineData(RuleOperator.ExclusivePair, "0", "0", false)]
    public void The_eight_operators_say_what_they_name(RuleOperator operation, string? left, string? right, bool holds)
    {
        foreach (var missing in Enum.GetValues<MissingValues>())
        {
            var finding = new ValidationRule("r", A, operation, B, missing).Check(Values(left, right));

            Assert.Equal(holds, finding is null);
            if (finding is not null)
            {
                Assert.Equal(("rule.violated", Severity.Warning), (finding.Code, finding.Severity));
                Assert.Equal(["A", "B"], finding.Indicators);
                ProblemAssert.FrenchSentence(finding.Message);
            }
        }
    }

    // A + B against C: with A missing, with the whole side missing, with the other side missing.
    [Theory]
    [InlineData(MissingValues.SkipIfAnyMissing, null, "5", "9", true)]
    [InlineData(MissingValues.SkipIfAllMissing, null, "5", "9", false)]
    [InlineData(MissingValues.NeverSkip, null, "5", "9", false)]
    [InlineData(MissingValues.SkipIfAnyMissing, null, null, "9", true)]
    [InlineData(MissingValues.SkipIfAllMissing, null, null, "9", true)]
    [InlineData(MissingValues.NeverSkip, null, null, "9", false)]
    [InlineData(MissingValues.SkipIfAnyMissing, "4", "5", null, true)]
    [InlineData(MissingValues.SkipIfAllMissing, "4", "5", null, true)]
    [InlineData(MissingValues.NeverSkip, "4", "5", null, false)]
    [InlineData(MissingValues.SkipIfAnyMissing, "4", "5", "9", true)]
    [InlineData(MissingValues.SkipIfAnyMissing, "4", "4", "9", false)]
    public void The_three_strategies_decide_what_is_missing(MissingValues missing, string? a, string? b, string? c, bool isSilent) =>
        Assert.Equal(isSilent, new ValidationRule("r", A + B, RuleOperator.Equal, C, missing).Check(Values(a, b, c)) is null);

    [Fact]
    public void Sums_differences_and_multiples_are_computed_and_written()
    {
        var expression = A + (2 * B) - C - IndicatorExpression.Number(0.5m);

        Assert.Equal(1 + 4 - 3 - 0.5m, expression.Value(Values("1", "2", "3"), MissingValues.SkipIfAnyMissing));
        Assert.Equal("A + 2 × B − C − 0,5", expression.ToString());
        Assert.Equal("− A", (-1 * A).ToString());
        Assert.Equal("12", IndicatorExpression.Number(12).ToString());
        Assert.Equal(12, IndicatorExpression.Number(12).Value(Values(), MissingValues.SkipIfAllMissing));
    }

    [Theory]
    [InlineData(RuleOperator.LessOrEqual, "L’indicateur A (3) ne devrait pas dépasser le calcul B + C (2) : vérifiez ces valeurs.")]
    [InlineData(RuleOperator.Equal, "L’indicateur A (3) devrait égaler le calcul B + C (2) : vérifiez ces valeurs.")]
    public void The_sentence_gives_both_sides_and_their_values(RuleOperator operation, string sentence) => Assert.Equal(
        sentence,
        new ValidationRule("r", A, operation, B + C, MissingValues.SkipIfAnyMissing).Check(Values("3", "1", "1"))!
            .Message.Replace('\u00A0', ' '));

    [Fact]
    public void Every_share_of_at_most_a_whole_gives_a_rule()
    {
        var rules = StandardRules.Of(Catalogue.Standard);

        Assert.Contains(rules, r => r.Name == "ADS-06" && r.Left.ToString() == "ADS-05" && r.Right.ToString() == "ADS-02");
        Assert.DoesNotContain(rules, r => r.Name is "ADS-04" or "ACP-05" or "TRV-13"); // a delay, a gain, a coverage
        Assert.All(rules, r => Assert.Equal("rule.componentAboveTotal", r.FindingCode));
        Assert.Equal(rules.Count, rules.Select(r => r.Name).Distinct().Count());
    }

    [Fact]
    public void A_component_above_its_total_is_found_where_both_are_whole()
    {
        var community = GivenCommunity.Of("A", "B");
        var values = new GivenValues(community)
            .Add("ADS-05", "A", "2025-01", 12).Add("ADS-02", "A", "2025-01", 10)
            .Add("ADS-05", "B", "2025-01", 3).Add("ADS-02", "B", "2025-01", 10)
            .Add("ADS-13", "A", "2025-Q1", 25).Add("ADS-01", "A", "2025-01", 10).Add("ADS-01", "A", "2025-02", 10);

        Assert.Equal("ADS-05 ADS-02", Found("A", "2025-01", values));
        Assert.Equal("", Found("B", "2025-01", values));
        Assert.Equal("", Found("A", "2025-Q1", values)); // March is missing

        values.Add("ADS-01", "A", "2025-03", 4);
        Assert.Equal("ADS-13 ADS-01", Found("A", "2025-Q1", values));

        string Found(string member, string window, GivenValues given) => string.Join(", ", StandardRules.Check(
            StandardRules.Of(Catalogue.Standard),
            new IndicatorAggregation(given.Book, GivenMutualisation.WithEveryone(community).Read(), Catalogue.Standard),
            Catalogue.Standard,
            Exact.Span(window),
            [community.Named(member).Siren]).Select(f => string.Join(' ', f.Indicators)));
    }

    private static Func<string, decimal?> Values(params string?[] values) => code =>
        "ABC".IndexOf(code, StringComparison.Ordinal) is var rank && rank < values.Length ? Exact.NumberOrNone(values[rank]) : null;
}
