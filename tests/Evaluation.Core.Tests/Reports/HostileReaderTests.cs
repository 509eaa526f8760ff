using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;
using static Evaluation.Core.Tests.Costs.GivenContributors;

namespace Evaluation.Core.Tests.Reports;

/// <summary>Sentences that a reader with the page and a calculator refuted once, each as a kind.</summary>
public sealed partial class HostileReaderTests
{
    private static readonly SampleService Service = new();

    [Fact]
    public void An_amount_beside_the_limits_of_others_is_found_again_from_its_sentence() => Properties.Hold(
        from units in Gen.Choose(1, 60).ArrayOf(6)
        from cost in Gen.Choose(1_000, 90_000_000)
        from floor in Gen.Choose(0, 1)
        from ceiling in Gen.Choose(0, 1)
        select (units, Cost: cost / 100m, Floor: floor == 0 ? (decimal?)null : cost / 900m, Ceiling: ceiling == 0 ? (decimal?)null : cost / 300m),
        given =>
        {
            var members = given.units.Select((u, i) => Contributor(i + 1, null, 2025, ("ADS-01", u))).ToList();
            var key = Split(Units("ADS-01")) with { Floor = Rounded(given.Floor), Ceiling = Rounded(given.Ceiling) };
            return CostAllocation.Share(key, given.Cost, members, 2025).Allocation is not { } allocation
                || allocation.Shares.Where(s => s.Quota is not null).All(s => IsFoundAgain(SplitSentence.Of(allocation, s, Catalogue.Standard), given.Cost));
        });

    [Fact]
    public void The_members_that_share_an_extreme_are_all_named()
    {
        var line = Service.Report().Quality.Lines.Single(l => l.Code == "ADS-06");
        IndicatorLine With(params decimal[] values) => line with
        {
            Members = [.. values.Select((v, i) => line.Members[i] with { Value = Figure.Of(v, 1), Member = new ReportMember($"{i}", null, $"M{i}") })],
        };

        Assert.EndsWith("Le plus haut\u00A0: M0 et M2, 100,0\u00A0%\u202F; le plus bas\u00A0: M1, 80,0\u00A0%.", MembersTakeaway.Of(With(100, 80, 100), true), StringComparison.Ordinal);
        Assert.EndsWith(
            "le plus bas\u00A0: M1, M2, M3, M4 et 2\u00A0autres, 80,0\u00A0%.", MembersTakeaway.Of(With(100, 80, 80, 80, 80, 80, 80), true), StringComparison.Ordinal);
    }

    [Fact]
    public void The_periods_that_share_an_extreme_are_all_named()
    {
        var line = Service.Report().Quality.Lines.Single(l => l.Code == "ADS-06");
        var tied = line with
        {
            Series = [.. line.Series.Select((p, i) => p with { Value = Figure.Of(i is 3 or 7 ? 80 : 99, 1), IsPartial = false })],
        };

        Assert.EndsWith("le plus loin\u00A0: avril et août, 80,0\u00A0%.", SeriesTakeaway.Of(tied, 2025), StringComparison.Ordinal);
        Assert.Contains("Plus bas\u00A0: avril et août, 80,0\u00A0%.", SeriesFigure.Of("x", tied, 2025).Drawing().Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_pay_the_same_are_not_one_that_pays_most()
    {
        var report = (Service with
        {
            Communes = [.. GrenobleCommunes.All.Take(4)],
            Document = SampleService.Planning with
            {
                Convention = SampleService.Planning.Convention! with { Allocation = new AllocationDocument { Method = "lumpSum", LumpSum = 40_000 } },
            },
        }).Report();

        var reading = report.Criteria.Rows.SelectMany(r => r.Evidence).Single(e => e.Code == "dependance").Reading;
        Assert.StartsWith("Les membres qui paient le plus, ", reading, StringComparison.Ordinal);
        Assert.Contains("portent chacun", reading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-01", "La convention en vigueur au 12\u00A0juin 2026 (préavis de 9\u00A0mois) prend fin le 31\u00A0décembre 2026, son préavis a commencé le 31\u00A0mars 2026.")]
    [InlineData("2025-01-01", "La convention prend fin le 31\u00A0décembre 2026, son préavis a commencé le 31\u00A0mars 2026.")]
    public void A_convention_other_than_that_of_the_year_is_told_with_its_notice(string effectiveOn, string expected)
    {
        var report = (Service with
        {
            Document = SampleService.Planning with
            {
                Amendments = [new AmendmentDocument { Number = "1", SignedOn = "2024-12-20", EffectiveOn = effectiveOn, Purpose = "Porter le préavis à neuf mois.", NoticeMonths = 9 }],
            },
        }).Report();

        Assert.Equal(expected, report.Criteria.Rows.SelectMany(r => r.Evidence).Single(e => e.Code == "echeance").Reading);
        Assert.Equal(
            effectiveOn == "2026-01-01",
            report.Summary.Asked.Single(a => a.StartsWith("Décider de la suite de la convention", StringComparison.Ordinal)).Contains("(préavis de 9\u00A0mois)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_service_is_not_counted_among_the_members_that_are_late() => DrawnReports.Hold((_, report) =>
    {
        var behind = report.Completeness.Behind;
        Assert.Equal(Whose("Il manque des valeurs ", [.. behind.Where(r => r.Missing > 0)]), Told("Il manque des valeurs ", report));
        Assert.Equal(
            Whose("Des valeurs sont arrivées après l’échéance, ", [.. behind.Where(r => r.Late > 0).OrderByDescending(r => r.Late)]),
            Told("Des valeurs sont arrivées après l’échéance, ", report));
        return true;
    });

    // Each member once, counted beyond five; the service for itself.
    private static string? Whose(string start, IReadOnlyList<PunctualityRow> rows)
    {
        var (members, service) = (rows.Where(r => r.Member is not null).Select(r => r.Name).ToList(), rows.Any(r => r.Member is null));
        var who = members.Count == 0 ? "" : $"de : {FrenchText.Names(members)}";
        var all = members.Count == 0 ? service ? "du service pour lui-même" : null : who + (service ? " ; et du service pour lui-même" : "");
        return all is null ? null : Typography.Fix($"{start}{all}.");
    }

    private static string? Told(string start, AnnualReport report) =>
        report.Completeness.Notes.SingleOrDefault(n => n.StartsWith(start, StringComparison.Ordinal));

    [Fact]
    public void No_post_is_avoided_where_both_counts_are_the_same()
    {
        var before = Service.Baseline! with { Members = [.. Service.Baseline!.Members!.Select(m => m with { Fte = 5.6m })], Retained = [] };
        var report = (Service with { Baseline = before with { Members = [.. before.Members!.Take(4)] }, Communes = [.. GrenobleCommunes.All.Take(4)] }).Report();

        Assert.Contains(report.Savings!.Sentences, s => s.StartsWith("Le même travail emploie autant d’équivalents temps plein qu’avant", StringComparison.Ordinal));
        Assert.StartsWith(
            "Autant d’équivalents temps plein", report.Criteria.Rows.SelectMany(r => r.Evidence).Single(e => e.Code == "etpEvites").Reading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TRV-02", true)] // a mean
    [InlineData("ADS-06", false)]
    public void A_report_that_shows_a_mean_does_not_say_that_it_takes_none(string followed, bool hasMean)
    {
        var report = (Service with
        {
            Document = SampleService.Planning with { Indicators = [new FollowedIndicatorDocument { Code = followed }] },
        }).Report();

        var meaning = report.Definitions.General.Single(d => d.Term == "Taux et délais moyens").Meaning;
        Assert.Contains("Calculés à partir de deux indicateurs", meaning, StringComparison.Ordinal);
        Assert.Equal(hasMean, meaning.Contains("ne peut qu’être moyenné", StringComparison.Ordinal));
    }

    private static decimal? Rounded(decimal? euros) => euros is { } value ? decimal.Round(value, 2) : null;

    // « a % de X € » without limits, « X € … a % ÷ b % » with them; percentages have six decimals.
    private static bool IsFoundAgain(string sentence, decimal cost)
    {
        var plain = sentence.Replace("\u202F", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace(',', '.');
        var exact = Found(plain, Exact(), "cents") is { } cents ? Found(plain, Exact(), "euros") + (cents / 100) : null;
        var (part, of, rest) = (Found(plain, Divided(), "part"), Found(plain, Divided(), "of"), Found(plain, Remaining(), "rest"));
        var again = of is null ? Found(plain, Whole(), "part") / 100 * Found(plain, Whole(), "rest") : rest * part / of;
        return Math.Abs(again!.Value - exact!.Value) < 0.01m + (cost * 0.00000003m);
    }

    private static decimal? Found(string text, Regex pattern, string group) =>
        pattern.Match(text) is { Success: true } match ? decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"soit (?<euros>[\d.]+) € et (?<cents>[\d.]+) centime")]
    private static partial Regex Exact();

    [GeneratedRegex(@"Quote-part : (?<part>[\d.]+) % de (?<rest>[\d.]+) €")]
    private static partial Regex Whole();

    [GeneratedRegex(@"restent (?<rest>[\d.]+) €")]
    private static partial Regex Remaining();

    [GeneratedRegex(@"est (?<part>[\d.]+) % ÷ (?<of>[\d.]+) %")]
    private static partial Regex Divided();
}
