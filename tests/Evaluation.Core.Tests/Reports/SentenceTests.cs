using Evaluation.Core.Assessments;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Reports;
using Evaluation.Core.Savings;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports;

/// <summary>No sentence can be refuted from the page on which it stands, whatever the year was.</summary>
public sealed class SentenceTests
{
    private static readonly string[] Methods = ["split", "unitPrice", "perAct", "lumpSum", "free"];

    /// <summary>Years large and tiny: amounts and counts around 0, 1 and 2 are where words go wrong.</summary>
    private static Gen<Case> Cases =>
        from communes in Gen.Choose(1, 9)
        from cents in Gen.OneOf(Gen.Choose(0, 500), Gen.Choose(1, 90_000_000))
        from forecast in Gen.Choose(0, 500)
        from method in Gen.Elements(Methods)
        from franchise in Gen.Choose(0, 3)
        from baseline in Gen.Choose(0, 40)
        from retained in Gen.Choose(0, 300)
        from vacant in Gen.Choose(0, 3)
        select new Case(communes, cents, forecast, method, franchise, baseline, retained, vacant);

    [Fact]
    public void Counts_agree_with_what_they_count() => Hold(c => SentenceRules.Disagreeing(SentenceRules.Sentences(c.Report())));

    [Fact]
    public void No_code_stands_for_a_name() => Hold(c => SentenceRules.WithRawCodes(SentenceRules.Sentences(c.Report())));

    [Fact]
    public void Every_amount_is_in_a_table_or_is_a_sum_of_one() => Hold(c => SentenceRules.WithAmountsFromNowhere(c.Report(), c.Evaluation()));

    [Theory]
    [InlineData("+1,7\u00A0équivalents temps plein", true)]
    [InlineData("1,7\u00A0équivalent temps plein", false)]
    [InlineData("\u22127,5\u00A0équivalent temps plein", true)]
    [InlineData("2,0\u00A0équivalents temps plein", false)]
    [InlineData("0\u00A0sont en retard", true)]
    [InlineData("12\u202F001\u00A0membre", true)]
    [InlineData("le 1er janvier 2025, 3\u00A0membres", false)]
    public void The_rule_of_number_tells_right_from_wrong(string sentence, bool isWrong) =>
        Assert.Equal(isWrong, SentenceRules.Disagreeing([sentence]).Count == 1);

    [Theory]
    [InlineData("Stable : ADS-01 et TRV-02.", true)]
    [InlineData("Réglé par acImputation.", true)]
    [InlineData("«\u00A0Dossiers déposés\u00A0» (ADS-01)", false)]
    public void The_rule_of_names_tells_right_from_wrong(string sentence, bool isWrong) =>
        Assert.Equal(isWrong, SentenceRules.WithRawCodes([sentence]).Count == 1);

    private static void Hold(Func<Case, IReadOnlyList<string>> broken) => Properties.Hold(
        Cases,
        c =>
        {
            Assert.Empty(broken(c));
            return true;
        },
        60);

    internal sealed record Case(
        int Communes, int Cents, int Forecast, string Method, int Franchise, int Baseline, int Retained, int Vacant)
    {
        private static readonly SampleService Service = new();

        public AnnualReport Report() => AnnualReport.Of(Evaluation(), SampleService.Edition);

        public AnnualEvaluation Evaluation()
        {
            var communes = GrenobleCommunes.All.Take(Communes).ToList();
            return AnnualEvaluation.Of((Service with
            {
                Communes = communes,
                Document = Service.Document with
                {
                    Convention = Service.Document.Convention! with { Allocation = Key() },
                },
                Costs = [new CostYear(SampleService.Year,
                [
                    new CostLine(CostCategory.Personnel, CostStage.Actual, Cents / 100m),
                    new CostLine(CostCategory.Personnel, CostStage.Forecast, Forecast / 100m),
                ])],
                Baseline = Before(communes),
                Overrides = [.. Service.Dossier().Values.All
                    .Where(v => v.Key.Indicator == "TRV-16" && v.Key.Period.Year == SampleService.Year)
                    .Select(v => v with { Value = Vacant })],
            }).Dossier());
        }

        private AllocationDocument Key() => Method switch
        {
            "perAct" => new()
            {
                Method = Method,
                FranchiseUnits = Franchise,
                Prices = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["ADS-01"] = 1.5m },
            },
            "lumpSum" => new() { Method = Method, LumpSum = Forecast / 100m },
            "free" => new() { Method = Method },
            _ => new()
            {
                Method = Method,
                FranchiseUnits = Franchise == 0 ? null : Franchise,
                Criteria = [new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 }],
            },
        };

        private BaselineDocument Before(List<GrenobleCommune> communes) => Service.Baseline! with
        {
            Members = [.. Service.Baseline.Members!.Select(m => m with
            {
                Cost = m.Cost!.ToDictionary(c => c.Key, c => decimal.Round(c.Value * Baseline / 1000m, 2), StringComparer.Ordinal),
                Fte = m.Fte * Baseline / 20m,
            })],
            Retained = Retained == 0 ? [] :
            [
                new RetainedCostDocument
                {
                    Member = communes[0].Insee, Year = SampleService.Year, Amount = Retained / 100m, Fte = Retained / 100m,
                },
            ],
        };
    }
}
