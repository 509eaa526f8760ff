using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Indicators.Statistics;

public sealed class GroupTests
{
    // A is the ville-centre; B, C and D have 900, 3 499 and 3 500 inhabitants; E has no known population; X is no commune.
    private readonly Community _community = GivenCommunity.Read(GivenCommunity.Document() with
    {
        Members =
        [
            Commune("A", 1, 160_000) with { VilleCentre = true },
            Commune("B", 2, 900),
            Commune("C", 3, 3_499),
            Commune("D", 4, 3_500),
            GivenCommunity.Commune("E", 5) with { Populations = [] },
            Commune("X", 6, 4_000) with { Kind = "syndicat", InseeCode = null },
        ],
    });

    [Fact]
    public void The_ville_centre_stands_against_the_other_communes()
    {
        var groups = MemberGroup.CentreAndOthers(_community.Members);

        Assert.Equal([MemberGroupKind.VilleCentre, MemberGroupKind.AutresCommunes], groups.Select(g => g.Kind));
        Assert.Equal(["A", "B C D E"], groups.Select(Names));
    }

    [Fact]
    public void Without_a_ville_centre_there_is_nothing_to_stand_against() =>
        Assert.Empty(MemberGroup.CentreAndOthers(_community.Members.Where(m => !m.IsVilleCentre)));

    [Fact]
    public void Strata_hold_the_communes_of_their_size_without_the_ville_centre()
    {
        var groups = MemberGroup.Strata(_community.Members, 2025);

        Assert.Equal(["B", "C", "D"], groups.Select(Names));
        Assert.Equal([0, 1_000, 3_500], groups.Select(g => g.Stratum!.From));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(999, 0)]
    [InlineData(1_000, 1)]
    [InlineData(3_499, 1)]
    [InlineData(3_500, 2)]
    [InlineData(9_999, 2)]
    [InlineData(10_000, 3)]
    [InlineData(int.MaxValue, 3)]
    public void Every_population_is_in_one_stratum(int inhabitants, int rank)
    {
        Assert.Same(PopulationStratum.All[rank], PopulationStratum.Of(inhabitants));
        Assert.Single(PopulationStratum.All, s => s.Holds(inhabitants));
    }

    [Fact]
    public void No_population_is_below_zero() => Assert.Throws<ArgumentOutOfRangeException>(() => PopulationStratum.Of(-1));

    [Fact]
    public void The_rate_of_a_group_is_not_the_mean_of_its_rates()
    {
        var values = new GivenValues(_community)
            .Add("ADS-05", "A", "2025-01", 480).Add("ADS-02", "A", "2025-01", 500)
            .Add("ADS-05", "B", "2025-01", 9).Add("ADS-02", "B", "2025-01", 20)
            .Add("ADS-05", "C", "2025-01", 90).Add("ADS-02", "C", "2025-01", 100);

        var results = Results("ADS-06", values);

        Assert.Equal([96m, 99m / 120 * 100], results.Select(r => r.Value));
        Assert.Equal(new Distribution(2, 45, null, 67.5m, null, 90), results[1].Distribution);
    }

    [Fact]
    public void A_group_that_sent_nothing_has_no_value()
    {
        var results = Results("ADS-01", new GivenValues(_community).Add("ADS-01", "A", "2025-01", 3));

        Assert.Equal([3m, null], results.Select(r => r.Value));
        Assert.Null(results[1].Distribution);
    }

    [Fact]
    public void What_belongs_to_the_service_is_not_split_between_groups() =>
        Assert.Empty(Results("ADS-14", new GivenValues(_community)));

    private IReadOnlyList<GroupResult> Results(string code, GivenValues values) => GroupResult.Of(
        new IndicatorAggregation(values.Book, GivenMutualisation.WithEveryone(_community).Read(), Catalogue.Standard),
        Catalogue.Standard[code],
        Exact.Span("2025"),
        MemberGroup.CentreAndOthers(_community.Members),
        _ => false);

    private string Names(MemberGroup group) => string.Join(' ', group.Members.Select(m => _community.Member(m).Name));

    private static MemberDocument Commune(string name, int rank, int inhabitants) =>
        GivenCommunity.Commune(name, rank) with { Populations = [GivenCommunity.Population(2024, inhabitants)] };
}
