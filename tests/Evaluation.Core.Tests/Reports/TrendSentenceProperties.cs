using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Tests.Reports;

/// <summary>What a report says of trends, read as a reader does: the sentences, and the change shown beside them.</summary>
public sealed partial class TrendSentenceProperties
{
    [Fact]
    public void The_sentences_read_name_trends_of_every_kind()
    {
        var told = DrawnReports.Some().SelectMany(d => Read(d.Report)).ToList();

        Assert.Contains(told, t => t is { Rate: > 0, Line.Unit: "%" });
        Assert.Contains(told, t => t is { Rate: < 0, Line.Unit: "%" });
        Assert.Contains(told, t => t is { Rate: > 0, Line.Unit: not "%" });
        Assert.Contains(told, t => t is { Rate: < 0, Line.Unit: not "%" });
        Assert.Contains(told, t => t.IsStable);
        Assert.Contains(DrawnReports.Some().SelectMany(d => DrawnReports.Lines(d.Report)), l => l.IsPartial);
    }

    [Fact]
    public void A_trend_goes_over_a_year_the_way_of_the_change_beside_it_between_half_and_twice_as_far() => DrawnReports.Hold((_, report) =>
        Read(report).Where(t => t.Rate is not null).All(t =>
        {
            var (now, before) = Compared(t.Line);
            var periods = t.Line.Periodicity.PerYear();
            var unit = t.Line.Unit == "%" ? 1 : (Math.Abs(now) + Math.Abs(before)) / 2 / 100;
            var (change, told, rounding) = (now - before, t.Rate!.Value * periods * unit, 0.05m * periods * unit);
            return Math.Sign(change) == Math.Sign(told)
                && Math.Abs(told) <= (Math.Abs(change) * 2) + rounding
                && Math.Abs(told) >= (Math.Abs(change) / 2) - rounding;
        }));

    [Fact]
    public void Nothing_partial_is_called_stable() => DrawnReports.Hold((_, report) =>
        Read(report).Where(t => t.IsStable).All(t => !t.Line.IsPartial && t.Line.IsConclusive && t.Line.State != TargetStatus.NotConclusive));

    [Fact]
    public void Nothing_is_called_stable_whose_change_is_two_percent_or_a_point() => DrawnReports.Hold((_, report) =>
        Read(report).Where(t => t.IsStable).All(t =>
            t.Line.Change.Value is { } change ? Math.Abs(change) < (t.Line.Unit == "%" ? 1 : 2) : Compared(t.Line) is var (now, before) && now == before));

    private static (decimal Now, decimal Before) Compared(IndicatorLine line) => line.Compared is { } compared
        ? (compared.Current, compared.Previous)
        : (line.Value.Value!.Value, line.Previous.Value!.Value);

    // « Tendance sur deux ans : x, en hausse de 2,9 % par mois ; y … », « Stable, à moins de 2 % par an : x, y et z. »
    private static IEnumerable<Told> Read(AnnualReport report)
    {
        foreach (var (sentence, line) in Named(report))
        {
            if (sentence.StartsWith("Stable", StringComparison.Ordinal))
            {
                yield return new Told(line, null, true);
            }
            else if (sentence.StartsWith("Tendance", StringComparison.Ordinal))
            {
                var words = sentence[(sentence.IndexOf(Inside(line), StringComparison.Ordinal) + Inside(line).Length)..];
                var match = Moving().Match(words);
                Assert.True(match.Success && match.Index == 0, words);
                var rate = decimal.Parse(match.Groups["rate"].Value.Replace("\u202F", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture);
                yield return new Told(line, match.Groups["way"].Value == "hausse" ? rate : -rate, false);
            }
        }
    }

    // The longest names first: one may be the beginning of another.
    private static IEnumerable<(string Sentence, IndicatorLine Line)> Named(AnnualReport report) =>
        new[] { report.Activity, report.Quality }.SelectMany(section => section.Trends.SelectMany(sentence =>
        {
            var left = sentence;
            var named = new List<(string, IndicatorLine)>();
            foreach (var line in section.Lines.OrderByDescending(l => l.Label.Length))
            {
                if (left.Contains(Inside(line), StringComparison.Ordinal))
                {
                    left = left.Replace(Inside(line), "", StringComparison.Ordinal);
                    named.Add((sentence, line));
                }
            }

            return named;
        }));

    private static string Inside(IndicatorLine line) => ReportText.Inside(line.Label);

    [GeneratedRegex(@"^(?: \([^)]*\))?, en (?<way>hausse|baisse) de (?<rate>[\d\u202F]+,\d)\s")]
    private static partial Regex Moving();

    /// <param name="Line">What it is said of.</param>
    /// <param name="Rate">Per period, in percent, or in points of a percentage; null when it is called stable.</param>
    /// <param name="IsStable">Whether it is called stable.</param>
    private sealed record Told(IndicatorLine Line, decimal? Rate, bool IsStable);
}
