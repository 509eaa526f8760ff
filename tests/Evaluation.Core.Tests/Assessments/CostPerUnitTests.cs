using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments;

/// <summary>What a cost is divided by, and what the quotient is called.</summary>
public sealed class CostPerUnitTests
{
    private static readonly AllocationDocument ByActs = new()
    {
        Criteria = [new() { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 }],
    };

    [Fact]
    public void Inhabitants_count_the_days_of_their_commune()
    {
        var community = Sized(10_000, 32_000);
        var service = new GivenMutualisation(community)
            .Joined("A", "2020-01-01").Joined("B", "2020-01-01", "2025-07-01").Following("TRV-06", "TRV-07").SharedAs(ByActs).Read();

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(community, service, Acts(community), GivenDossier.Actual(2025, 28_000)));

        // 10 000 + 32 000 × 181 ÷ 365 = 25 868.49, where 31 December alone would say 2.80.
        Assert.Equal(1.08m, Exact(evaluation.Costs!.PerInhabitant));
        Assert.Equal(1.08m, Exact(evaluation.Find("TRV-07")!.Value));
        Assert.Equal(25_868.49m, Exact(evaluation.Find("TRV-06")!.Value));
        Assert.Contains(CostSections.Of(evaluation, []).Notes, n => n.Contains(Typography.Fix("25 868,49 habitants"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_of_half_a_year_weighs_half_in_the_table_by_size()
    {
        var community = Sized(10_000, 32_000);
        var service = new GivenMutualisation(community)
            .Joined("A", "2020-01-01").Joined("B", "2020-01-01", "2025-07-01").SharedAs(ByActs).Read();

        var strata = StrataTable.Of(
            AnnualEvaluation.Of(GivenDossier.Of(community, service, Acts(community), GivenDossier.Actual(2025, 28_000))), []);

        // The two communes are of the same size: 28 000 ÷ 25 868.49.
        Assert.Equal((42_000m, 1.08m), (strata.Total.Population.Value!.Value, strata.Total.PerInhabitant.Value!.Value));
    }

    [Fact]
    public void A_commune_without_population_leaves_no_cost_per_inhabitant()
    {
        var community = Sized(10_000, null);
        var service = GivenMutualisation.WithEveryone(community).Following("TRV-07").SharedAs(ByActs).Read();

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(community, service, Acts(community), GivenDossier.Actual(2025, 28_000)));

        Assert.Null(evaluation.Costs!.PerInhabitant);
        Assert.Null(evaluation.Find("TRV-07")!.Value);
    }

    [Fact]
    public void A_cost_divided_by_the_capacity_is_not_the_cost_of_a_unit()
    {
        var community = GivenCommunity.Of("A", "B");
        var service = GivenMutualisation.WithEveryone(community)
            .SharedAs(ByActs with { Method = "unitPrice", Capacity = new() { Units = 100, BornBy = "provider" } }).Read();

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(community, service, Acts(community), GivenDossier.Actual(2025, 1_000)));
        var notes = CostSections.Of(evaluation, []).Notes;

        // 24 acts of the 100 that the service is sized for: 41.6667 an act, 10 at full capacity.
        Assert.Equal((41.6667m, 10m), (evaluation.Allocation.Allocation!.FullUnitCost, evaluation.Allocation.Allocation.UnitCost!.Value));
        Assert.Contains(notes, n => n.StartsWith("Coût d’une unité", StringComparison.Ordinal) && n.Contains("41,6667", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.StartsWith("Le coût d’une unité à pleine capacité", StringComparison.Ordinal) && n.Contains("10,0000", StringComparison.Ordinal));
        var split = SplitSections.Of(evaluation);
        Assert.Contains("le coût d’une unité à pleine capacité", split.Explanation, StringComparison.Ordinal);
        Assert.Equal("Le coût d’une unité à pleine capacité", split.Statement!.UnitCostName);
    }

    [Fact]
    public void Direct_charges_are_in_the_cost_of_a_unit_and_not_in_what_the_key_divides()
    {
        var community = GivenCommunity.Of("A", "B");
        var costs = new CostYear(2025,
        [
            new CostLine(CostCategory.Personnel, CostStage.Actual, 240),
            new CostLine(CostCategory.Autre, CostStage.Actual, 24) { DirectMember = community.Named("A").Siren },
        ]);

        var allocation = AnnualEvaluation.Of(GivenDossier.Of(
            community, GivenMutualisation.WithEveryone(community).SharedAs(ByActs).Read(), Acts(community), costs)).Allocation.Allocation!;

        Assert.Equal((11m, 10m), (allocation.FullUnitCost, allocation.UnitCost));
    }

    [Fact]
    public void Only_communes_have_an_allowance_to_impute_on()
    {
        var community = GivenCommunity.Read(GivenCommunity.Document("A") with
        {
            Members =
            [
                GivenCommunity.Commune("A", 1),
                GivenCommunity.Commune("Porteur", 3),
                new MemberDocument { Siren = GivenCommunity.SirenOf(2), Name = "CCAS", Kind = "ccas" },
                new MemberDocument { Siren = GivenCommunity.Siren, Name = "Métropole", Kind = "epci" },
            ],
        });
        var document = GivenMutualisation.Document(community);
        var service = MutualisationReader.Read(
            "essai", document with { Provider = GivenCommunity.SirenOf(3), Convention = document.Convention! with { Settlement = "acImputation" } }, community, Catalogue.Standard).Value!;
        var costs = GivenDossier.Actual(2025, 300) with
        {
            Calls = [.. community.Members.Select(m => new FundsCall(m.Siren, 90, new DateOnly(2025, 6, 1), CallKind.Provisional))],
        };

        var section = SplitSections.Of(AnnualEvaluation.Of(GivenDossier.Of(community, service, null, costs))).Settlement!;

        Assert.Equal(
            [("A", Figure.Of(90, 2)), ("CCAS", Figure.NotApplicable), ("Métropole", Figure.NotApplicable)],
            section.Rows.Select(r => (r.Member!.Name, r.Imputed)).OrderBy(r => r.Name, StringComparer.Ordinal));
        Assert.Equal(90m, section.Total.Imputed.Value);
        Assert.Contains(section.Sentences, s => s.Contains("les autres membres n’en ont pas", StringComparison.Ordinal));
    }

    private static decimal Exact(decimal? value) => decimal.Round(value!.Value, 2);

    private static Community Sized(params int?[] inhabitants) => GivenCommunity.Read(GivenCommunity.Document() with
    {
        Members =
        [
            .. inhabitants.Select((count, i) => GivenCommunity.Commune(i == 0 ? "A" : "B", i + 1) with
            {
                Populations = count is { } known ? [GivenCommunity.Population(2025, known)] : [],
            }),
        ],
    });

    private static GivenValues Acts(Community community) =>
        new GivenValues(community).AddYear("ADS-03", "A", 2025, 1).AddYear("ADS-03", "B", 2025, 1);
}
