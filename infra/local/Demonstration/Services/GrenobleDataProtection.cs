using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>The data protection officer shared by 31 communes and the CCAS of Grenoble, created in 2022; its values are pulled.</summary>
internal static class GrenobleDataProtection
{
    private const string SocialActionCentre = "263800575";

    private static readonly decimal[] CompleteRegisters = [19, 22, 25, 27];

    private static readonly Team Team = new()
    {
        Staff2024 = 3m,
        Staff2025 = 3.5m,
        Answers = 32,
        Satisfied2024 = 0.84m,
        Satisfied2025 = 0.88m,
        ComplaintsPerQuarter = 0.01m,
    };

    public static ServicePlan Plan(Uri feeds) => new(
        "dpo",
        GrenobleDataProtectionGovernance.Govern(Document(feeds)),
        CostTable.Of(
            new CostRow(CostCategory.Personnel, 168000.00m, 165420.36m, 196000.00m, 198377.12m),
            new CostRow(CostCategory.ContratsServices, 14500.00m, 14210.40m, 15000.00m, 15388.20m),
            new CostRow(CostCategory.EnvironnementTravail, 9800.00m, 9744.15m, 11200.00m, 11306.90m),
            new CostRow(CostCategory.FraisStructure, 8200.00m, 8200.00m, 9500.00m, 9500.00m),
            new CostRow(CostCategory.Fournitures, 2100.00m, 1876.55m, 2200.00m, 2043.71m)),
        chance => new DataProtectionActivity(chance, Team, CompleteRegisters))
    {
        Application = "registre-rgpd",
        Habits = new SendingHabits { Day = 9, QuarterlyUntil = 2026, LatePart = 0.05m },
        Calls = new CallPlan(1),
    };

    private static MutualisationDocument Document(Uri feeds) => new()
    {
        Label = Typography.Fix("Délégué à la protection des données"),
        ServiceType = "DPO",
        LegalForm = "serviceCommun",
        OfferStatus = "existante",
        Provider = Territory.Grenoble,
        Referent = Typography.Fix("Direction des affaires juridiques"),
        Objectives = Sentences(
            "Donner à chaque adhérent un registre des traitements complet et revu chaque année.",
            "Bâtir des formes nouvelles de coopération entre les communes et la Métropole.",
            "Répondre à chaque demande d'exercice des droits dans le délai d'un mois."),
        Memberships =
        [
            .. Since("2022-01-01", Territory.Communes(Territory.Grenoble, most: 6_500)),
            new MembershipDocument { Member = SocialActionCentre, From = "2022-01-01" },
        ],
        Indicators =
        [
            .. Follow("DPO-01", "DPO-03", "DPO-04", "DPO-06", "DPO-07", "DPO-09", "DPO-10", "DPO-11"),
            .. Follow("TRV-02", "TRV-05", "TRV-07", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2022-031",
            Object = Typography.Fix(
                "Assurer les missions du délégué à la protection des données des adhérents : registre, conseil, sensibilisation, réponse aux demandes et aux violations."),
            StartsOn = "2022-01-01",
            NoticeMonths = 6,
            Settlement = "acImputation",
            Allocation = Split("DPO-11") with { Floor = 5_000, Ceiling = 11_500 },
        },
        Source = new FeedSourceDocument { Address = new Uri(feeds, "dpo").AbsoluteUri, EveryHours = 24 },
    };
}
