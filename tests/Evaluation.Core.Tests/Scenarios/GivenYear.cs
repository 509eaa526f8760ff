using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Savings;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Scenarios;

/// <summary>A and B share 900 € by 20 and 10 permits a month; C could join.</summary>
internal static class GivenYear
{
    public static readonly Community Community = GivenCommunity.Read(GivenCommunity.Document("A", "B", "C") with
    {
        PriceIndices =
        [
            new PriceIndexDocument
            {
                Code = "prix",
                Label = "Indice d’essai",
                Source = "Essai",
                Values = [new PriceIndexValueDocument { Year = 2019, Value = 100 }, new PriceIndexValueDocument { Year = 2025, Value = 110 }],
            },
        ],
    });

    public static AnnualEvaluation Evaluate(decimal cost = 900, bool hasBaseline = true, CostYear? costs = null)
    {
        var mutualisation = new GivenMutualisation(Community)
            .Joined("A", "2020-01-01")
            .Joined("B", "2020-01-01")
            .SharedBy(new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-01", Weight = 1 })
            .Read();
        var values = new GivenValues(Community).AddYear("ADS-01", "A", 2025, 20).AddYear("ADS-01", "B", 2025, 10);
        return AnnualEvaluation.Of(GivenDossier.Of(Community, mutualisation, values, costs ?? GivenDossier.Actual(2025, cost)) with
        {
            Baseline = hasBaseline ? Baseline() : null,
        });
    }

    // 500 € for 200 permits and 400 € for 120 permits in 2019.
    private static Baseline Baseline() => BaselineReader.Read(
        new BaselineDocument
        {
            Year = 2019,
            PriceIndex = "prix",
            UnitWeights = new Dictionary<string, decimal> { ["ADS-01"] = 1 },
            Method = "Relevé des comptes.",
            Source = "Étude de 2019",
            Members =
            [
                Before("A", 500, 200),
                Before("B", 400, 120),
            ],
        },
        Community,
        Catalogue.Standard).Value!;

    private static MemberBaselineDocument Before(string name, decimal cost, decimal permits) => new()
    {
        Member = Community.Named(name).InseeCode,
        Cost = new Dictionary<string, decimal> { ["personnel"] = cost },
        Volumes = new Dictionary<string, decimal> { ["ADS-01"] = permits },
    };
}
