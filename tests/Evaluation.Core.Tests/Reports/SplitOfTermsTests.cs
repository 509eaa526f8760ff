using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;
using static Evaluation.Core.Tests.Costs.GivenContributors;

namespace Evaluation.Core.Tests.Reports;

/// <summary>What the report says of keys beyond the plain split.</summary>
public sealed class SplitOfTermsTests
{
    private readonly Community _community = GivenCommunity.Of("A", "B");

    public static TheoryData<string, AllocationDocument> Explained => new()
    {
        { "Chaque membre paie le forfait de la convention, au prorata de ses jours d’adhésion.", new() { Method = "lumpSum", LumpSum = 40 } },
        {
            "Chaque membre paie ses actes au prix de la convention : 2,50 € par unité de « Dossiers d’urbanisme déposés » (ADS-01).",
            new() { Method = "perAct", Prices = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["ADS-01"] = 2.5m } }
        },
        { "Le service est gratuit : le porteur en garde le coût.", new() { Method = "free" } },
        {
            "Le coût est réparti selon les unités pondérées (« Dossiers d’urbanisme déposés » (ADS-01) × 0,7).",
            new() { Criteria = [new() { Criterion = "weightedIndicators", Weight = 1, Weights = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["ADS-01"] = 0.7m } }] }
        },
        {
            "Le coût est réparti selon les quotités de la convention.",
            new()
            {
                Criteria =
                [
                    new()
                    {
                        Criterion = "fixed",
                        Weight = 1,
                        Shares = new Dictionary<string, decimal>(StringComparer.Ordinal)
                        {
                            [GivenCommunity.SirenOf(1)] = 0.6m,
                            [GivenCommunity.SirenOf(2)] = 0.4m,
                        },
                    },
                ],
            }
        },
    };

    [Theory]
    [MemberData(nameof(Explained))]
    public void Every_method_is_explained_and_adds_up(string explanation, AllocationDocument key)
    {
        var section = Section(key);

        Assert.Equal(Typography.Fix(explanation), section.Explanation);
        Assert.Equal(
            section.Total!.Amount.Value,
            section.Rows.Sum(r => r.Amount.Value) + (section.RoundingGap?.Amount.Value ?? 0) + (section.ProviderPart?.Amount.Value ?? 0));
        Assert.All(section.Notes, ProblemAssert.FrenchSentence);
        Assert.All(section.Rows, r => Assert.Equal(section.Criteria.Count, r.Units.Count));
    }

    [Fact]
    public void Terms_are_told_in_notes()
    {
        var notes = Section(new AllocationDocument
        {
            Criteria = [new() { Criterion = "indicator", Indicator = "ADS-01", Weight = 1 }],
            Floor = 10,
            FranchiseUnits = 2,
            Solidarity = new() { PopulationBelow = 1_500, Discount = 0.5m },
            ProgressiveEntry = [0.5m],
            Capacity = new() { Units = 1_000, BornBy = "provider" },
        }).Notes;

        Assert.Contains(Typography.Fix("La capacité non utilisée coûte 76,00 € : le porteur la garde."), notes);
        Assert.Contains(Typography.Fix("Une limite fixe le montant de 1\u00A0membre (plancher de 10,00 € par an)."), notes);
        Assert.Contains(Typography.Fix("Le porteur garde 76,00 € du coût, qu’aucun membre ne doit."), notes);
        Assert.Contains(Typography.Fix("Franchise : chaque membre a 2\u00A0unités non comptées par an, les premières."), notes);
        Assert.Contains(Typography.Fix("Sous 1\u202F500\u00A0habitants, le poids d’un membre est réduit de 50\u00A0%."), notes);
        Assert.Contains(Typography.Fix("Un nouveau membre ne porte d’abord qu’une partie de son poids : 50\u00A0% la 1re année."), notes);
    }

    [Theory]
    [InlineData("floor", "Les planchers des membres dépassent ensemble le coût de 2025 : abaissez-les.")]
    [InlineData("ceiling", "Les plafonds des membres ne couvrent pas le coût de 2025 : relevez-les.")]
    public void Limits_that_cannot_hold_are_an_obstacle(string limit, string expected)
    {
        var equal = new AllocationDocument { Criteria = [new() { Criterion = "equal", Weight = 1 }] };

        Assert.Equal(
            Typography.Fix(expected), Section(limit == "floor" ? equal with { Floor = 60 } : equal with { Ceiling = 40 }).Obstacle);
    }

    [Fact]
    public void An_amount_is_told_so_that_it_can_be_computed_again()
    {
        IReadOnlyList<Contributor> members = [Of(1, 70), Of(2, 20), Of(3, 8), Of(4, 2)];
        var allocation = CostAllocation.Share(Split(Units("ADS-01")) with { Floor = 2_000 }, 60_000, members, Year).Allocation!;

        Assert.Equal(
            Typography.Fix(
                "« Dossiers d’urbanisme déposés » (ADS-01) : 8 sur 100, pour 100 % du coût. Quote-part : 8 % ; des limites fixent le montant " +
                "de 1\u00A0membre (2 000,00 €), restent 58 000,00 € pour les autres, dont les quotes-parts font 98 % : sa part en est 8 % ÷ 98 %, " +
                "soit 4 734,69 € et 0,3878 centime ; aucun centime d’arrondi n’est ajouté (rang 2). Montant dû : 4 734,69 €."),
            SplitSentence.Of(allocation, allocation.Shares[2], Catalogue.Standard));
        Assert.Contains(
            Typography.Fix("Plancher : 1 200,00 € deviennent 2 000,00 €. Montant dû : 2 000,00 €."),
            SplitSentence.Of(allocation, allocation.Shares[3], Catalogue.Standard),
            StringComparison.Ordinal);
    }

    private SplitSection Section(AllocationDocument key)
    {
        var values = new GivenValues(_community).AddYear("ADS-01", "A", 2025, 10).AddYear("ADS-01", "B", 2025, 10);
        var service = GivenMutualisation.WithEveryone(_community).SharedAs(key).Read();
        return SplitSections.Of(AnnualEvaluation.Of(
            GivenDossier.Of(_community, service, values, GivenDossier.Actual(2025, 100))));
    }

    private static Contributor Of(int rank, decimal units) => Contributor(rank, null, Year, ("ADS-01", units));
}
