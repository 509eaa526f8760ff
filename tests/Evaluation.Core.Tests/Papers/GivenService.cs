using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Papers;
using Evaluation.Core.Savings;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Papers;

/// <summary>
/// A service of A, B and C that shares its cost by equivalent permits at their unit cost, with figures that can be worked out
/// by hand (docs/spec/papers.md).
/// </summary>
internal sealed record GivenService
{
    public static readonly PaperEdition Edition = new(1, new DateOnly(2026, 3, 2), new DateOnly(2026, 2, 20));

    public static readonly Community Community = GivenCommunity.Read(GivenCommunity.Document("A", "B", "C") with
    {
        PriceIndices =
        [
            new PriceIndexDocument
            {
                Code = "prix", Label = "indice d’essai", Source = "inventé", Values = [new() { Year = 2021, Value = 100 }, new() { Year = 2025, Value = 112.4m }],
            },
        ],
    });

    public string Label { get; init; } = "Instruction des permis";

    public Catalogue Catalogue { get; init; } = Catalogue.Standard;

    /// <summary>Permits a month of A, B and C.</summary>
    public decimal[] Monthly { get; init; } = [51.4m, 27.9m, 10.2m];

    /// <summary>Forecast units of the convention.</summary>
    public decimal[] Forecast { get; init; } = [650, 350, 100];

    public CostYear[] Costs { get; init; } =
    [
        new(2024, [new CostLine(CostCategory.Personnel, CostStage.Forecast, 440_000), new CostLine(CostCategory.Personnel, CostStage.Actual, 450_000)]),
        new(2025, [new CostLine(CostCategory.Personnel, CostStage.Forecast, 484_000), new CostLine(CostCategory.Personnel, CostStage.Actual, 485_000)]),
        new(2026, [new CostLine(CostCategory.Personnel, CostStage.Forecast, 500_000)]),
    ];

    public string Method { get; init; } = "unitPrice";

    public IReadOnlyList<MembershipDocument> Memberships { get; init; } =
        [.. Community.Members.Select(m => new MembershipDocument { Member = m.SortKey, From = "2020-01-01" })];

    /// <summary>First and last year in which values came.</summary>
    public (int First, int Last) Received { get; init; } = (2021, 2025);

    public BaselineDocument? Baseline { get; init; }

    public SettledYears Settled { get; init; } = SettledYears.None;

    public string Settlement { get; init; } = "titreRecette";

    public string? Provider { get; init; }

    public string LegalForm { get; init; } = "serviceCommun";

    private bool SharesCosts => LegalForm is not ("groupementCommandes" or "reseauThematique");

    public IReadOnlyList<AmendmentDocument> Amendments { get; init; } = [];

    public AllocationDocument? Key { get; init; }

    public IReadOnlyDictionary<int, SignedDecision> Decisions { get; init; } = new Dictionary<int, SignedDecision>();

    /// <summary>What came before: 560 000 € in 2021 for 1 180 units.</summary>
    public static BaselineDocument Before { get; } = new()
    {
        Year = 2021,
        PriceIndex = "prix",
        UnitWeights = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["ADS-03"] = 1 },
        Method = "Relevé des comptes.",
        Source = "Étude de 2021",
        Members =
        [
            .. new[] { (400_000m, 800m), (160_000m, 380m), (0m, 0m) }.Select((m, i) => new MemberBaselineDocument
            {
                Member = Community.Members[i].SortKey,
                Known = true,
                Cost = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["personnel"] = m.Item1 },
                Volumes = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["ADS-03"] = m.Item2 },
            }),
        ],
        Retained = [],
    };

    /// <summary>The service over some years.</summary>
    public ServiceYears Over(params int[] years) => new([.. years.Select(In)], Decisions);

    public AnnualEvaluation In(int year) => AnnualEvaluation.Of(new Dossier(Community, Service(), Catalogue, year, Edition.DataAsOf, Values().Book, Costs)
    {
        Settled = Settled,
        Baseline = Baseline is null ? null : BaselineReader.Read(Baseline, Community, Catalogue).Value ?? throw new InvalidOperationException("No baseline."),
    });

    private GivenValues Values()
    {
        var values = new GivenValues(Community);
        foreach (var year in Enumerable.Range(Received.First, Received.Last - Received.First + 1))
        {
            foreach (var (member, rank) in Community.Members.Select((m, i) => (m, i)))
            {
                values.AddYear("ADS-03", member.Name, year, Monthly[rank]);
            }
        }

        return values;
    }

    private Mutualisation Service()
    {
        var document = GivenMutualisation.Document(Community);
        var read = MutualisationReader.Read("permis", document with
        {
            Label = Label,
            LegalForm = LegalForm,
            Provider = Provider ?? document.Provider,
            Memberships = Memberships,
            Amendments = Amendments,
            Indicators = [new FollowedIndicatorDocument { Code = "ADS-03" }],
            Convention = document.Convention! with
            {
                SignedOn = "2019-11-20",
                Settlement = Settlement,
                ForecastUnits = !SharesCosts ? [] : [.. Forecast.Select((units, i) => new ForecastUnitsDocument { Member = Community.Members[i].SortKey, Units = units })],
                Allocation = !SharesCosts ? null : Key ?? new AllocationDocument { Method = Method, Criteria = [new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 }] },
            },
        }, Community, Catalogue);
        Assert.Empty(read.Problems);
        return read.Value!;
    }
}
