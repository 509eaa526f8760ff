using Evaluation.Core.Assessments;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;
using static Evaluation.Core.Tests.Costs.GivenContributors;

namespace Evaluation.Core.Tests.Costs;

public sealed class AnnualStatementTests
{
    private static readonly DateOnly NewYear = new(2025, 1, 1);

    private readonly Community _community = GivenCommunity.Of("A", "B", "C");

    private Siren A => _community.Named("A").Siren;

    [Fact]
    public void It_lists_uses_costs_calls_and_balances()
    {
        var service = new GivenMutualisation(_community).Joined("A", "2020-01-01").Joined("B", "2025-07-01")
            .SharedAs("unitPrice", new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 }).Read();
        var values = new GivenValues(_community).AddYear("ADS-03", "A", 2025, 5).AddYear("ADS-03", "B", 2025, 10)
            .Add("ADS-03", "A", "2024-12", 99).AddYear("ADS-01", "A", 2025, 1);
        var costs = new CostYear(2025,
        [
            new CostLine(CostCategory.Personnel, CostStage.Actual, 1_200),
            new CostLine(CostCategory.Personnel, CostStage.Forecast, 1_000),
        ])
        {
            Calls =
            [
                new FundsCall(A, 500, new DateOnly(2025, 3, 1), CallKind.Provisional),
                new FundsCall(_community.Named("C").Siren, 20, new DateOnly(2025, 3, 1), CallKind.Provisional),
            ],
        };
        var allocation = AnnualEvaluation.Of(GivenDossier.Of(_community, service, values, costs)).Allocation.Allocation!;
        IReadOnlyList<KeySpan> keys = [new KeySpan(NewYear, NewYear.AddYears(1), service.Conventions[^1].Allocation!)];

        var statement = AnnualStatement.Of(
            costs,
            allocation,
            Settlement.Of(2025, SettlementMode.TitreRecette, allocation.Shares, costs.Calls, SettledYears.None, service.Provider, _community),
            MemberUses.Of(values.Book, service, Catalogue.Standard, 2025, keys),
            [],
            new DateOnly(2025, 2, 1));

        Assert.Equal(10m, statement.UnitCost);
        Assert.Equal(["A", "B", "C"], statement.Members.Select(m => _community.Member(m.Member).Name));
        Assert.Equal([60m, 60m, 0m], statement.Members.Select(m => m.Units));
        Assert.Equal([12, 6, 0], statement.Members.Select(m => m.Uses.Count));
        Assert.Equal([100m, 600m, -20m], statement.Members.Select(m => m.Balance!.Balance));
        Assert.Equal(["2025-07", "2025-08"], statement.Members[1].Uses.Take(2).Select(u => u.Period.ToString()));
        Assert.Equal([1_200m], statement.Lines.Select(l => l.Amount));
        Assert.Null(statement.Members[2].Share);
    }

    [Fact]
    public void Uses_follow_the_weights_of_the_key_of_their_period_and_stocks_count_once()
    {
        var service = GivenMutualisation.WithEveryone(_community).Read();
        var values = new GivenValues(_community).Add("ADS-01", "A", "2025-06", 10).Add("ADS-01", "A", "2025-07", 10)
            .Add("DSI-06", "A", "2025-Q3", 30).Add("DSI-06", "A", "2025-Q4", 40);
        var change = new DateOnly(2025, 7, 1);
        IReadOnlyList<KeySpan> keys =
        [
            new(NewYear, change, Split(Weighted(0.5m))),
            new(change, NewYear.AddYears(1), Split(Weighted(2), Units("DSI-06"))),
        ];

        var uses = MemberUses.Of(values.Book, service, Catalogue.Standard, 2025, keys)[A].ToList();

        Assert.Equal([5m, 20m, 40m], uses.OrderBy(u => u.Indicator, StringComparer.Ordinal).ThenBy(u => u.Period).Select(u => u.Units));
    }

    [Fact]
    public void Each_category_has_its_heading_in_a_convention() => Assert.Equal(
        ["Charges de personnel", "Moyens matériels", "Environnement de travail des agents", "Frais de structure"],
        Enum.GetValues<CostCategory>().Select(c => c.ConventionHeading()).OfType<string>().Distinct());

    [Fact]
    public void Notices_are_French_sentences()
    {
        var notices = CostNotices.Of(
            LegalForm.MiseADispositionService,
            [.. Enum.GetValues<CostCategory>().Select(c => new CostLine(c, CostStage.Actual, 1))]);

        Assert.Equal(
            [
                ("costs.linkUnproven", CostCategory.EnvironnementTravail),
                ("costs.structureBilled", CostCategory.FraisStructure),
                ("costs.linkUnproven", CostCategory.Autre),
            ],
            notices.Select(n => (n.Code, n.Category)));
        Assert.All(notices, notice => ProblemAssert.FrenchSentence(notice.Message));
    }

    private static KeyCriterion Weighted(decimal weight) => new(CriterionKind.WeightedIndicators, null, 1)
    {
        UnitWeights = [new UnitWeight("ADS-01", weight)],
    };
}
