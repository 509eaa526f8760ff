using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <summary>The questions about what is missing and what may still be said.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> Missing => new()
    {
        ["trend-without"] = w => TrendOfMembers(Whole(w[4].TrimEnd(':')), w[5..], w[0], "2020-01"),
        ["trend-of-one-joining"] = w => TrendOfMembers(6, w[1..], "none", w[0].TrimEnd(':')),
        ["partial"] = w => Partial(w[0], Exact.Span(w[2]), w[4]),
        ["change"] = w => Change(ShownChange.Of(Catalogue.Standard[w[0]], Exact.Number(w[4]), Exact.Number(w[2]))),
        ["evidence"] = w => Judged(w[0], Exact.Number(w[2]), Exact.Number(w[4])),
        ["verdict-received"] = w => DomainCode.Of(CriterionAssessment.Of(
            EvaluationCriterion.Impact, [.. w[3].Select(Evidence)], IsTooLow(Whole(w[0]), Whole(w[2].TrimEnd(':')))).Verdict),
    };

    private static bool IsTooLow(int count, int expected)
    {
        var received = new Received(expected, count, count);
        return new Completeness([new IndicatorCompleteness(Catalogue.Standard["ADS-01"], received)], [], received).IsTooLow;
    }

    private static string Change(ShownChange change) => change.Value is { } value
        ? $"{(value > 0 ? "+" : "")}{Text(value)} {change.Unit}"
        : $"no percent, {(change.Way > 0 ? "up" : "down")}";

    // A sum of a year all in its first quarter, a stock in each.
    private static string Judged(string code, decimal before, decimal now)
    {
        var community = GivenCommunity.Of("A");
        var values = new GivenValues(community);
        foreach (var (year, sum) in new[] { (2024, before), (2025, now) })
        {
            var definition = Catalogue.Standard[code];
            foreach (var period in Period.InYear(year, definition.Periodicity))
            {
                values.Add(
                    code,
                    definition.Level == IndicatorLevel.Member ? "A" : null,
                    period.ToString(),
                    period.Index == 1 || definition.Aggregation == AggregationRule.Last ? sum : 0);
            }
        }

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(community, GivenMutualisation.WithEveryone(community).Following(code).Read(), values));
        return evaluation.Criteria.SelectMany(c => c.Evidence).Single(e => e.Code == code).Judgement switch
        {
            Judgement.Favorable => "favourable",
            Judgement.Mitige => "mixed",
            Judgement.Defavorable => "unfavourable",
            Judgement.Information => "not judged",
            Judgement.Manquant => "missing",
        };
    }

    // The last member leaves some months out, or comes later than the others.
    private static string TrendOfMembers(int members, string[] values, string without, string from)
    {
        var trend = Evaluated("ADS-01", members, values, without, from).Trend!.Trend!;
        return $"{Signed(trend.Slope, 4)} per period";
    }

    private static string Partial(string code, Period period, string without)
    {
        var result = Evaluated(code, 2, [.. Enumerable.Repeat("3", 12)], without, "2020-01");
        return (period.Periodicity == Periodicity.Annual ? result.IsPartial : result.Series.Single(p => p.Period == period).IsPartial)
            ? "partial"
            : "whole";
    }

    // So many communes with the same values in each month of 2024 and 2025, but for the last one.
    private static IndicatorResult Evaluated(string code, int members, string[] values, string without, string from)
    {
        string[] names = [.. Enumerable.Range(1, members).Select(i => $"M{Text(i)}")];
        var community = GivenCommunity.Of(names);
        var mutualisation = new GivenMutualisation(community).Following(code);
        var given = new GivenValues(community);
        var definition = Catalogue.Standard[code];
        foreach (var name in names)
        {
            var isLast = name == names[^1];
            mutualisation.Joined(name, isLast ? $"{from}-01" : "2020-01-01");
            var months = new[] { 2024, 2025 }.SelectMany(year => Period.InYear(year, Periodicity.Monthly))
                .Where(month => !isLast || (month.Start >= Exact.Span(from).Start && !without.Split(',').Contains(month.ToString())));
            foreach (var (month, part) in months.SelectMany(_ => Catalogue.PartsOf(definition).DefaultIfEmpty(code), (m, p) => (m, p)))
            {
                given.Add(part, name, month.ToString(), Exact.Number(values[month.Index - 1]));
            }
        }

        return AnnualEvaluation.Of(GivenDossier.Of(community, mutualisation.Read(), given)).Find(code)!;
    }
}
