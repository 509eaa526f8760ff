using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Savings;

namespace Evaluation.Core.Tests.Reports;

/// <content>What is recorded around the service: how it is steered, what came before it, what was called.</content>
internal sealed partial record SampleService
{
    /// <summary>Five communes, no convention, no baseline, no calls, nothing recorded of the governance.</summary>
    public static SampleService Bare { get; } = new()
    {
        Communes = [.. GrenobleCommunes.All.Take(5)],
        Document = Planning with { Convention = null, Objectives = [] },
        Baseline = null,
        Costs = [CostsOf(Year, 1m, false)],
        KnowsArrival = false,
    };

    private static MutualisationDocument Steered => Planning with
    {
        HierarchicalAuthority = "présidence de la métropole",
        FunctionalAuthority = "maire de chaque commune, pour ses actes",
        Amendments =
        [
            new AmendmentDocument
            {
                Number = "avenant n°\u00A01",
                SignedOn = "2023-11-20",
                EffectiveOn = "2024-01-01",
                Purpose = "Écrit les conditions de sortie et la façon de régler le solde.",
                FinancialTerms = "Le coût complet est réparti ; le solde se règle au printemps suivant.",
                Missions = ["Instruire les demandes d'autorisation d'urbanisme."],
                Means = ["Les agents instructeurs, leurs postes de travail, le logiciel d'instruction."],
                Reversibility = "Chaque commune reprend ses dossiers ; les agents sont reclassés par accord.",
            },
        ],
        Committees =
        [
            new CommitteeMeetingDocument { Kind = "steering", On = "2024-11-18", Decisions = ["Adopter le budget de 2025."] },
            new CommitteeMeetingDocument
            {
                Kind = "monitoring",
                On = "2025-04-08",
                Decisions = ["Accueillir deux communes au 1er avril.", "Suivre chaque mois le délai d'instruction."],
                NextActions = ["Former les deux mairies au dépôt en ligne."],
            },
            new CommitteeMeetingDocument { Kind = "steering", On = "2025-11-25", Decisions = ["Ouvrir la révision de la convention."] },
        ],
        Deliberations =
        [
            .. GrenobleCommunes.All.Where(c => !Newcomers.Contains(c.Insee)).Select(c => new DeliberationDocument
            {
                Assembly = c.Insee, Number = "2017-118", On = "2017-11-20",
            }),
            .. Newcomers.Select(insee => new DeliberationDocument { Assembly = insee, Number = "2025-04", On = "2025-03-04" }),
            new DeliberationDocument { Assembly = GrenobleCommunes.CommunitySiren, Number = "2025-031", On = "2025-03-10" },
        ],
        StaffCommitteeOpinions =
        [
            new StaffCommitteeOpinionDocument { Committee = GrenobleCommunes.CommunitySiren, On = "2025-02-20", Opinion = "favorable" },
        ],
        Recommendations =
        [
            new RecommendationDocument
            {
                Year = Year - 1,
                Text = "Ouvrir le service aux deux communes restantes.",
                Owner = "direction de l'urbanisme",
                DueOn = "2025-04-01",
                Status = "carriedOut",
                StatusOn = "2025-04-01",
            },
            new RecommendationDocument
            {
                Year = Year - 1,
                Text = "Généraliser le dépôt en ligne.",
                Owner = "direction du numérique",
                DueOn = "2026-12-31",
                Status = "inProgress",
                StatusOn = "2025-09-01",
                Note = "Sept communes restent à former.",
            },
            new RecommendationDocument
            {
                Year = Year - 1,
                Text = "Réduire les décisions tacites.",
                Owner = "chef du service",
                DueOn = "2025-12-31",
                Status = "decided",
                StatusOn = "2025-02-01",
            },
        ],
    };

    private static PriceIndexDocument Prices => new()
    {
        Code = "fictif",
        Label = "indice fictif",
        Source = "Indice inventé pour la démonstration",
        Values = [new() { Year = 2017, Value = 100m }, new() { Year = Year, Value = 119.2m }],
    };

    private static BaselineDocument Before => new()
    {
        Year = 2017,
        PriceIndex = "fictif",
        UnitWeights = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["ADS-03"] = 1 },
        Method = "Comptes administratifs de 2017 et déclaration de chaque mairie.",
        Source = "Annexe financière de la convention",
        Members =
        [
            .. GrenobleCommunes.All.Select(c => new MemberBaselineDocument
            {
                Member = c.Insee,
                Known = true,
                Cost = new Dictionary<string, decimal>(StringComparer.Ordinal)
                {
                    ["personnel"] = decimal.Round(c.Population * 2.7m, 2),
                    ["contratsServices"] = decimal.Round(c.Population * 0.3977m, 2),
                },
                Fte = decimal.Round(c.Population * 0.000062m, 2),
                Volumes = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["ADS-03"] = decimal.Round(c.Population * 0.0103m, 1) },
            }),
        ],
        Retained = [new RetainedCostDocument { Member = GrenobleCommunes.Centre, Year = Year, Amount = 12_000, Fte = 0.2m }],
    };

    private static IReadOnlyList<FundsCall> Called =>
    [
        .. GrenobleCommunes.All.Select(c => new FundsCall(
            Siren.Parse(c.Siren),
            decimal.Round(c.Population * (Newcomers.Contains(c.Insee) ? 2.5m : 3.36m), 2),
            new DateOnly(Year, 6, 15),
            CallKind.Provisional)),
    ];
}
