using System.Globalization;
using Evaluation.Core.Aggregation;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Reports.Secrecy;
using Evaluation.Core.Rules;
using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <summary>The questions about statistics, rules and secrecy.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> Statistics => new()
    {
        ["trend"] = w => TrendJudged(Parsed<Direction>(w[0].TrimEnd(':')), w[1..]),
        ["trend-of"] = w => TrendOf(w[0], Parsed<Periodicity>(w[1].TrimEnd(':')), w[2..]),
        ["homogeneity"] = w => Homogeneity.Of([.. w.Select(Exact.Number)]) is { } found
            ? $"mean {Text(found.Mean)}, standard deviation {Places(found.StandardDeviation, 2)}, {Rounded(found.Coefficient * 100)} %"
            : "none",
        ["quartiles"] = w => Quartiles(Distribution.Of([.. w.Select(Exact.Number)])!),
        ["modified"] = w => Score(OutlierTest.ByModifiedZScore(Exact.Number(w[0]), [.. w[2..].Select(Exact.Number)])),
        ["rule"] = Rule,
        ["standard"] = w => StandardRules.Of(Catalogue.Standard).FirstOrDefault(r => r.Name == w[0]) is { } rule
            ? $"{rule.Left} {DomainCode.Of(rule.Operator)} {rule.Right}"
            : "none",
        ["jump"] = w => YearlyJump.Check(
            Catalogue.Standard[w[0]], Exact.Span("2025-03"), Exact.Number(w[4]), Exact.Number(w[2]), Catalogue.Standard)?.Code ?? "none",
        ["secrecy"] = w => Secrecy([.. string.Join(' ', w).Split(" / ").Select(Counts)]),
        ["public"] = Public,
        ["stock-of-one-leaving"] = w => StockOfOneLeaving(w[0].TrimEnd(':'), w[1..^2], w[^1]),
    };

    private static T Parsed<T>(string text)
        where T : struct, Enum => DomainCode.TryParse<T>(text, out var value) ? value : throw new FormatException(text);

    private static string TrendJudged(Direction direction, string[] values)
    {
        var outcome = Trend(Catalogue.Standard["ADS-01"], Periodicity.Monthly, values);
        return outcome.Trend is not { } trend
            ? DomainCode.Of(outcome.Obstacle!.Value)
            : $"{Signed(trend.Slope, 4)} per period, mean {Text(trend.Mean)}, "
            + $"{(trend.Rate is { } rate ? Signed(rate * 100, 1) + " %" : "no rate")}, "
            + $"{DomainCode.Of(trend.Label)} {DomainCode.Of(trend.JudgedBy(direction))}";
    }

    private static string TrendOf(string code, Periodicity periodicity, string[] values)
    {
        var outcome = Trend(Catalogue.Standard[code], periodicity, values);
        return outcome.Trend is { } trend ? $"{Signed(trend.Slope, 4)} per period" : DomainCode.Of(outcome.Obstacle!.Value);
    }

    // From the first period of 2025, or from the year 2025.
    private static TrendOutcome Trend(IndicatorDefinition definition, Periodicity periodicity, string[] values) => TrendOutcome.Of(
        definition,
        [.. values.Select((v, i) => new PeriodValue(
            periodicity == Periodicity.Annual ? Period.OfYear(2025 + i) : Period.Of(2025, periodicity, i + 1),
            v == "-" ? null : Exact.Number(v)))],
        Catalogue.Standard);

    private static string Quartiles(Distribution found) => string.Join(' ', new[]
    {
        found.Minimum, found.FirstQuartile, found.Median, found.ThirdQuartile, found.Maximum,
    }.Select(figure => figure is { } known ? Text(known) : "-"));

    private static string Score(Outlier outlier) => DomainCode.Of(outlier.Verdict) + (outlier.Score is { } score
        ? $", {Places(score, 2)} from {Text(outlier.Centre!.Value)} by {Text(outlier.Spread!.Value)}"
        : "");

    // « rule skipIfAnyMissing A=1 + B=- equal C=9 »; the strategy may be left out.
    private static string Rule(string[] words)
    {
        var hasStrategy = DomainCode.TryParse<MissingValues>(words[0], out var missing);
        var rest = hasStrategy ? words[1..] : words;
        var at = Array.FindIndex(rest, w => DomainCode.TryParse<RuleOperator>(w, out _));
        var values = rest.Where(w => w.Contains('=', StringComparison.Ordinal)).Select(w => w.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1] == "-" ? null : (decimal?)Exact.Number(pair[1]));
        var rule = new ValidationRule("r", Side(rest[..at]), Parsed<RuleOperator>(rest[at]), Side(rest[(at + 1)..]), missing);
        return rule.Check(values.GetValueOrDefault)?.Code ?? "holds";

        static IndicatorExpression Side(string[] words) =>
            words.Where(w => w != "+").Select(w => IndicatorExpression.Of(w.Split('=')[0])).Aggregate((a, b) => a + b);
    }

    private static decimal?[] Counts(string line) =>
        [.. line.Split(' ').Select(w => w == "-" ? null : (decimal?)Exact.Number(w))];

    private static string Secrecy(decimal?[][] lines)
    {
        var isTable = lines.Length > 1;
        var shown = ProtectedTable.Of(new CountTable(lines)
        {
            ColumnTotals = [.. lines[0].Select(_ => isTable)],
            GrandTotal = isTable,
        });
        return string.Join(" / ", shown.Cells.Select((row, i) => $"{Masks(row)} | {Masks([shown.RowTotals[i]])}"));
    }

    // « public RHP-02/A/2025-01=3 … »; « all » is the total of the members.
    private static string Public(string[] rows)
    {
        var community = GivenCommunity.Of("A", "B", "C");
        return Masks(PublicRows.Masked(
            [.. rows.Select(row => row.Split('/', '=')).Select(w => new PublicRow(
                w[0], w[1] == "all" ? null : community.Named(w[1]).Siren, Exact.Span(w[2]), Exact.Number(w[3])))],
            Catalogue.Standard));
    }

    private static string StockOfOneLeaving(string leftOn, string[] values, string window)
    {
        var community = GivenCommunity.Of("A");
        var service = new GivenMutualisation(community, "DSI").Joined("A", "2020-01-01", leftOn).Read();
        var given = values.Select(v => v.Split('=')).Aggregate(
            new GivenValues(community), (all, v) => all.Add("DSI-06", "A", v[0], Exact.Number(v[1])));
        return new IndicatorAggregation(given.Book, service, Catalogue.Standard)
            .Over(Catalogue.Standard["DSI-06"], Exact.Span(window), [community.Named("A").Siren]) is { } known ? Text(known) : "no value";
    }

    private static string Masks(IEnumerable<bool> masks) => string.Join(' ', masks.Select(isMasked => isMasked ? 'x' : '.'));

    private static string Signed(decimal value, int decimals) => (value > 0 ? "+" : "") + Places(value, decimals);

    private static string Places(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture);
}
