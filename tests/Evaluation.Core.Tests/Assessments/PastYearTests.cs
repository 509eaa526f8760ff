using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Keys;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments;

/// <summary>What a document of today may not change of a past year, or must name.</summary>
public sealed class PastYearTests
{
    private static readonly AllocationDocument ByPopulation = new() { Criteria = [new() { Criterion = "population", Weight = 1 }] };

    [Fact]
    public void A_changed_INSEE_code_moves_no_cent()
    {
        var (before, after) = (Amounts("69091", "69141", "69159"), Amounts("69091", "69141", "69014"));

        Assert.Equal([66.67m, 66.67m, 66.66m], before.Values);
        Assert.Equal(before, after);

        static SortedDictionary<Siren, decimal> Amounts(params string[] codes)
        {
            var community = GivenCommunity.Read(GivenCommunity.Document() with
            {
                Members = [.. codes.Select((code, i) => GivenCommunity.Commune($"Commune {i}", i + 1) with { InseeCode = code })],
            });
            var equal = new AllocationDocument { Criteria = [new() { Criterion = "equal", Weight = 1 }] };
            return new(Shares(community, equal, 200).ToDictionary(s => s.Member.Siren, s => s.Amount));
        }
    }

    [Fact]
    public void A_split_counts_one_vintage_and_names_it()
    {
        // In 2025 the latest vintage that both have is 2023: 1 000 and 3 000, not 2 000 of 2024 beside 3 000 of 2023.
        var community = Populated((2023, 1_000, 3_000), (2024, 2_000, null));

        var section = Section(community, ByPopulation, 2025);

        Assert.Equal([25m, 75m], section.Rows.Select(r => r.Amount.Value!.Value));
        Assert.Contains(Typography.Fix("la population totale de 2023"), section.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_population_is_not_called_that_of_the_year_of_reference()
    {
        var community = Populated((2025, 1_000, 3_000));
        var key = new AllocationDocument { Criteria = [new() { Criterion = "population", Weight = 1, ReferenceYear = 2020 }] };

        Assert.Contains(
            Typography.Fix("la population totale de 2025 (la convention retient 2020)"), Section(community, key, 2025).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_lacks_the_vintage_of_the_others_has_no_population()
    {
        var community = Populated((2023, 1_000, null), (2024, null, 2_000));

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(
            community, GivenMutualisation.WithEveryone(community).SharedAs(ByPopulation).Read(), null, GivenDossier.Actual(2025, 100)));

        Assert.Equal(AllocationObstacle.MissingUnits, evaluation.Allocation.Obstacle);
        Assert.Equal(["A"], evaluation.Allocation.MissingFor.Select(m => m.Name));
        Assert.Null(evaluation.Costs!.PerInhabitant);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void A_commune_has_one_population_of_a_kind_and_a_year(int second, bool isRead)
    {
        var document = GivenCommunity.Document() with
        {
            Members =
            [
                GivenCommunity.Commune("A", 1) with
                {
                    Populations = [GivenCommunity.Population(2025, 1_000), GivenCommunity.Population(2025, second), GivenCommunity.Population(2025, 9, "dgf")],
                },
            ],
        };

        var problems = CommunityReader.Read(GivenCommunity.Siren, document).Problems;

        Assert.Equal(isRead ? [] : [("population.duplicate", "/members/0/populations/1")], problems.Select(p => (p.Code, p.Pointer)));
    }

    private static Community Populated(params (int Year, int? A, int? B)[] vintages) => GivenCommunity.Read(GivenCommunity.Document() with
    {
        Members =
        [
            GivenCommunity.Commune("A", 1) with
            {
                Populations = [.. vintages.Where(v => v.A is not null).Select(v => GivenCommunity.Population(v.Year, v.A!.Value))],
            },
            GivenCommunity.Commune("B", 2) with
            {
                Populations = [.. vintages.Where(v => v.B is not null).Select(v => GivenCommunity.Population(v.Year, v.B!.Value))],
            },
        ],
    });

    private static SplitSection Section(Community community, AllocationDocument key, int year) =>
        SplitSections.Of(AnnualEvaluation.Of(GivenDossier.Of(
            community, GivenMutualisation.WithEveryone(community).SharedAs(key).Read(), null, GivenDossier.Actual(year, 100))));

    private static IReadOnlyList<MemberShare> Shares(Community community, AllocationDocument key, decimal cost) =>
        AnnualEvaluation.Of(GivenDossier.Of(
            community, GivenMutualisation.WithEveryone(community).SharedAs(key).Read(), null, GivenDossier.Actual(2025, cost)))
            .Allocation.Allocation!.Shares;
}
