using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Savings;
using Evaluation.Core.Submissions;
using Evaluation.Local;
using Evaluation.Local.Demonstration;

namespace Evaluation.Functions.Tests.Demonstration;

public sealed class DemonstrationSetTests
{
    private static readonly Uri Feeds = new("http://127.0.0.1:7072/");
    private static readonly DateOnly Today = new(2026, 6, 16);
    private static readonly DemonstrationSet Set = DemonstrationSet.Create(Feeds);

    // None of their rates is a percentage of a whole that each member sends.
    private static readonly string[] WithoutRate = ["243800604/archives", "243800604/achats-groupes", "243800604/formation"];

    public static TheoryData<string> Services =>
        [.. Set.Services.Select(service => $"{service.Siren}/{service.Plan.Id}")];

    [Fact]
    public void Three_communities_share_twelve_services()
    {
        Assert.Equal([49, 21, 22], Territory.Communities.Select(c => Territory.Communes(c.Key).Count));
        Assert.Equal(3, Set.Services.Select(s => s.Siren).Distinct().Count());
        Assert.Equal(12, Set.Services.Count);
        Assert.Contains(Set.Services, s => s.IsPulled);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Nothing_is_declared_beyond_its_limits(string name)
    {
        var service = Service(name);
        var community = Community(service.Siren);

        Assert.Empty(CommunityLimits.Of(Territory.Communities[service.Siren], Today));
        Assert.Empty(MutualisationLimits.Of(service.Document, Mutualisation(service), Catalogue.Standard));
        Assert.All(service.Costs, c => Assert.Empty(CostLimits.Of(DemonstrationService.Valid(CostReader.Read(c.Key, c.Value, community)), Today)));
        Assert.Empty(service.Baseline is { } baseline ? BaselineLimits.Of(baseline, Today) : []);
    }

    [Fact]
    public void Communities_say_that_their_figures_are_made_up()
    {
        Assert.All(Territory.Communities, c => Assert.True(Community(c.Key).IsDemonstration));
    }

    [Fact]
    public void The_perimeters_are_those_of_the_founding_texts()
    {
        Assert.Equal(47, MembersOn("200040715/ads", new DateOnly(2025, 3, 31)));
        Assert.Equal(49, MembersOn("200040715/ads", new DateOnly(2025, 4, 1)));
        Assert.Equal(31, MembersOn("200040715/dpo", Today, MemberKind.Commune));
        Assert.Equal(19, MembersOn("243800604/ads", new DateOnly(2024, 12, 31)));
        Assert.Equal(21, MembersOn("243800604/ads", new DateOnly(2025, 12, 31)));
        Assert.Equal(11, MembersOn("243800604/archives", new DateOnly(2024, 12, 31)));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void No_row_is_refused_and_none_draws_a_remark(string name)
    {
        var service = Service(name);
        var checks = new SubmissionChecks(Community(service.Siren), Mutualisation(service), Catalogue.Standard, Today);

        var findings = checks.Check([.. service.Rows.Select(AsSubmitted)]).SelectMany(row => row.Findings);

        Assert.Empty(findings.Select(f => $"{f.Pointer} {f.Message}").Take(5));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Nearly_all_values_come_and_all_units_of_the_key_do(string name)
    {
        var service = Service(name);
        var (community, mutualisation) = (Community(service.Siren), Mutualisation(service));
        var due = Due(community, mutualisation).ToList();

        Assert.InRange((decimal)service.Rows.Count / due.Count, 0.95m, 1m);
        var sent = service.Rows.Select(row => (row.Indicator, row.Member, row.Period)).ToHashSet();
        var units = mutualisation.ConventionOn(Today)?.Allocation?.Indicators ?? [];
        Assert.All(due.Where(d => units.Contains(d.Indicator)), d => Assert.Contains(d, sent));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_part_never_exceeds_its_whole(string name)
    {
        var service = Service(name);
        var values = Values(service);
        var ratios = Mutualisation(service).Followed.Select(f => f.Definition)
            .Where(d => d is { IsComputed: true, Factor: 100, Level: IndicatorLevel.Member })
            .ToList();
        var compared = 0;
        foreach (var ratio in ratios)
        {
            foreach (var (key, part) in values.Where(v => v.Key.Indicator == ratio.Numerator))
            {
                var whole = Catalogue.Standard[ratio.Denominator!];
                var wholes = key.Period.Split(whole.Periodicity).Select(p => key with { Indicator = whole.Code, Period = p }).ToList();
                if (wholes.TrueForAll(values.ContainsKey))
                {
                    compared++;
                    Assert.True(part <= wholes.Sum(w => values[w]), $"{key}");
                }
            }
        }

        Assert.Equal(WithoutRate.Contains(name), compared == 0);
    }

    [Fact]
    public void Summer_2025_misses_the_legal_delay_and_the_year_before_does_not()
    {
        var values = Values(Service("200040715/ads"));

        Assert.InRange(OnTime(values, 2025, 7, 9), 86m, 91m);
        Assert.InRange(OnTime(values, 2025, 1, 3), 95m, 97m);
        Assert.InRange(OnTime(values, 2024, 7, 9), 94m, 97m);
    }

    [Fact]
    public void Small_communes_have_months_without_anything()
    {
        Assert.Contains(
            Service("200040715/ads").Rows,
            row => row is { Indicator: "ADS-01", Member: "38258", Value: "0" });
    }

    [Fact]
    public void Some_values_of_the_last_month_are_provisional()
    {
        var provisional = Set.Services.SelectMany(s => s.Rows).Where(row => row.Status == "provisional").ToList();

        Assert.NotEmpty(provisional);
        Assert.All(provisional, row => Assert.Equal("2025-12", row.Period));
    }

    [Fact]
    public void The_set_is_the_same_every_time()
    {
        Assert.Equal(
            Set.Services.SelectMany(s => s.Rows),
            DemonstrationSet.Create(Feeds).Services.SelectMany(s => s.Rows));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Deliveries_carry_every_row_once_after_its_period_and_in_order(string name)
    {
        var service = Service(name);
        var deliveries = Delivery.Of(service).ToList();

        Assert.Equal(service.Rows.Count, deliveries.SelectMany(d => d.Batch.Values).Distinct().Count());
        Assert.Equal(service.Rows.Count, deliveries.Sum(d => d.Batch.Values.Count));
        Assert.Equal(deliveries.Select(d => d.At).Distinct().Order(), deliveries.Select(d => d.At));
        Assert.All(deliveries, d => Assert.InRange(d.At, new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.Zero), SimulatedClock.Today));
        Assert.All(deliveries, d => Assert.All(
            d.Batch.Values, row => Assert.True(PeriodOf(row.Period).LastDay < DateOnly.FromDateTime(d.At.UtcDateTime))));
    }

    private static decimal OnTime(Dictionary<ValueKey, decimal> values, int year, int first, int last)
    {
        decimal Sum(string code) => values
            .Where(v => v.Key.Indicator == code && v.Key.Period.Year == year && v.Key.Period.Index >= first && v.Key.Period.Index <= last)
            .Where(v => values.ContainsKey(v.Key with { Indicator = "ADS-05" }))
            .Sum(v => v.Value);
        return Sum("ADS-05") / Sum("ADS-02") * 100;
    }

    private static Dictionary<ValueKey, decimal> Values(DemonstrationService service)
    {
        var community = Community(service.Siren);
        return service.Rows.ToDictionary(
            row => new ValueKey(row.Indicator, community.Find(row.Member)?.Siren, PeriodOf(row.Period)),
            row => decimal.Parse(row.Value, CultureInfo.InvariantCulture));
    }

    private static IEnumerable<(string Indicator, string? Member, string Period)> Due(Community community, Mutualisation mutualisation) =>
        from definition in mutualisation.Expected(Catalogue.Standard)
        from year in new[] { 2024, 2025 }
        from period in Period.InYear(year, definition.Periodicity)
        let members = mutualisation.MembersIn(community, period).Select(m => (string?)m.SortKey)
        from member in definition.Level == IndicatorLevel.Member ? members : members.Take(1).Select(_ => (string?)null)
        select (definition.Code, member, period.ToString());

    private static int MembersOn(string name, DateOnly day, MemberKind? kind = null)
    {
        var service = Service(name);
        var mutualisation = Mutualisation(service);
        return Community(service.Siren).Members
            .Count(m => (kind is null || m.Kind == kind) && mutualisation.IsActiveOn(m.Siren, day));
    }

    private static DemonstrationService Service(string name) =>
        Set.Services.Single(service => $"{service.Siren}/{service.Plan.Id}" == name);

    private static Community Community(string siren) =>
        DemonstrationService.Valid(CommunityReader.Read(siren, Territory.Communities[siren]));

    private static Mutualisation Mutualisation(DemonstrationService service) => DemonstrationService.Valid(
        MutualisationReader.Read(service.Plan.Id, service.Document, Community(service.Siren), Catalogue.Standard));

    private static Period PeriodOf(string text)
    {
        Assert.True(Period.TryParse(text, out var period));
        return period;
    }

    private static SubmittedRow AsSubmitted(DemonstrationRow row, int index) =>
        new(index, row.Indicator, row.Member, row.Period, row.Value, row.Status, row.Quality, row.Comment);
}
