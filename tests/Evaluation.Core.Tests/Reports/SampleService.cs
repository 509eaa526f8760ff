using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Savings;

namespace Evaluation.Core.Tests.Reports;

/// <summary>
/// A planning permission service of Grenoble-Alpes-Métropole in 2025, made up but plausible, the same every time.
/// A test changes one thing of it.
/// </summary>
internal sealed partial record SampleService
{
    internal const int Year = 2025;

    internal static readonly ReportEdition Edition = new(
        2, "a41c7e0952d8f3b6c0ffee0123456789a41c7e0952d8f3b6c0ffee0123456789", new DateOnly(2026, 6, 16));

    // Entered on 1 April 2025.
    private static readonly string[] Newcomers = ["38258", "38471"];

    public string CommunityName { get; init; } = "Grenoble-Alpes-Métropole";

    public bool IsDemonstration { get; init; } = true;

    public IReadOnlyList<GrenobleCommune> Communes { get; init; } = GrenobleCommunes.All;

    /// <summary>Members of the service, by Insee code; all communes when null.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    public MutualisationDocument Document { get; init; } = Steered;

    /// <summary>The time before; null when none is recorded.</summary>
    public BaselineDocument? Baseline { get; init; } = Before;

    /// <summary>Whether the day on which each value came is known.</summary>
    public bool KnowsArrival { get; init; } = true;

    public DateOnly AsOf { get; init; } = new(2026, 6, 12);

    public IReadOnlyList<CostYear> Costs { get; init; } = [CostsOf(Year - 1, 0.955m, false), CostsOf(Year, 1m, true) with { Calls = Called }];

    /// <summary>Which generated values exist.</summary>
    public Func<ValueKey, bool> Keeps { get; init; } = _ => true;

    /// <summary>Values that replace generated ones.</summary>
    public IReadOnlyList<IndicatorValue> Overrides { get; init; } = [];

    public static MutualisationDocument Planning { get; } = new()
    {
        Label = "Instruction des autorisations d'urbanisme",
        ServiceType = "ADS",
        LegalForm = "serviceCommun",
        Provider = GrenobleCommunes.CommunitySiren,
        Referent = "direction de l'urbanisme et de l'habitat",
        Objectives = ["Instruire dans le délai réglementaire.", "Donner le même service à chaque commune."],
        Convention = new ConventionDocument
        {
            Number = "n°\u00A02018-114",
            Object = "Le service instruit, pour les maires qui restent signataires, les demandes d'autorisation d'urbanisme.",
            StartsOn = "2018-01-01",
            EndsOn = "2026-12-31",
            NoticeMonths = 6,
            Settlement = "acImputation",
            Allocation = new AllocationDocument
            {
                Method = "split",
                Criteria =
                [
                    new KeyCriterionDocument { Criterion = "population", Weight = 0.3m },
                    new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 0.7m },
                ],
            },
        },
        Indicators =
        [
            .. new[]
            {
                "ADS-01", "ADS-02", "ADS-03", "ADS-04", "ADS-06", "ADS-07", "ADS-08", "ADS-09", "ADS-10", "ADS-14", "TRV-02",
                "TRV-07", "TRV-10", "TRV-16",
            }.Select(code => new FollowedIndicatorDocument { Code = code }),
        ],
    };

    public Dossier Dossier()
    {
        var community = Read(CommunityReader.Read(GrenobleCommunes.CommunitySiren, new CommunityDocument
        {
            Name = CommunityName,
            Kind = "metropole",
            FiscalRegime = "fpu",
            Demonstration = IsDemonstration,
            PriceIndices = Baseline is null ? null : [Prices],
            Members = [.. Communes.Select(c => new MemberDocument
            {
                Siren = c.Siren,
                InseeCode = c.Insee,
                Name = c.Name,
                VilleCentre = c.Insee == GrenobleCommunes.Centre,
                Populations = [new PopulationDocument
                {
                    Kind = "totale", Year = Year, Inhabitants = c.Population, Source = "Insee, Licence ouverte 2.0",
                }],
            })],
        }));
        var members = Members ?? [.. Communes.Select(c => c.Insee)];
        var document = Document.Memberships is not null ? Document : Document with
        {
            Memberships = [.. members.Select(insee => new MembershipDocument
            {
                Member = insee,
                From = Newcomers.Contains(insee) ? "2025-04-01" : "2018-01-01",
            })],
        };
        var mutualisation = Read(MutualisationReader.Read("ads", OfParties(document, community), community, Catalogue.Standard));
        var values = new ValueBook(SampleValues.Of(community, mutualisation)
            .Where(v => Keeps(v.Key))
            .Select(v => KnowsArrival ? v : v with { Origin = null })
            .Concat(Overrides));
        return new Dossier(community, mutualisation, Catalogue.Standard, Year, AsOf, values, Costs)
        {
            Baseline = Baseline is null ? null : Read(BaselineReader.Read(OfMembers(Baseline, community), community, Catalogue.Standard)),
        };

        static MutualisationDocument OfParties(MutualisationDocument document, Community community) => document with
        {
            Deliberations = document.Deliberations is null
                ? null
                : [.. document.Deliberations.Where(d => d.Assembly == GrenobleCommunes.CommunitySiren || community.Find(d.Assembly) is not null)],
        };

        static BaselineDocument OfMembers(BaselineDocument baseline, Community community) => baseline with
        {
            Members = [.. baseline.Members!.Where(m => community.Find(m.Member) is not null)],
            Retained = [.. baseline.Retained!.Where(r => community.Find(r.Member) is not null)],
        };
    }

    public AnnualReport Report() => AnnualReport.Of(AnnualEvaluation.Of(Dossier()), Edition);

    private static T Read<T>(Problems.Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new InvalidOperationException(
            string.Join('\n', outcome.Problems.Select(p => $"{p.Pointer}: {p.Message}")));

    private static CostYear CostsOf(int year, decimal factor, bool hasForecast)
    {
        (CostCategory Category, decimal Forecast, decimal Actual)[] amounts =
        [
            (CostCategory.Personnel, 1_228_000m, 1_246_380.42m),
            (CostCategory.Fournitures, 23_000m, 21_714.18m),
            (CostCategory.RenouvellementBiens, 50_000m, 58_930m),
            (CostCategory.ContratsServices, 94_000m, 96_412.66m),
            (CostCategory.EnvironnementTravail, 74_000m, 74_820.35m),
            (CostCategory.FraisStructure, 61_000m, 61_250m),
        ];
        return new CostYear(year,
        [
            .. amounts.Select(a => new CostLine(a.Category, CostStage.Actual, decimal.Round(a.Actual * factor, 2))),
            .. hasForecast ? amounts.Select(a => new CostLine(a.Category, CostStage.Forecast, a.Forecast)) : [],
        ]);
    }
}
