using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Tests.Given;

/// <summary>A shared service whose record lacks nothing: acts, opinions, versions, life, recommendations.</summary>
internal static class GivenRecord
{
    public static readonly Community Community = GivenCommunity.Of("A", "B");

    public static readonly MutualisationDocument Complete = GivenMutualisation.Document(Community) with
    {
        Offer =
        [
            new OfferEditionDocument { Edition = "juin 2021", On = "2021-06-15", Status = "exploratoire" },
            new OfferEditionDocument { Edition = "juillet 2022", On = "2022-07-07", Status = "existante" },
        ],
        Lifecycle =
        [
            new LifecycleStepDocument { Status = "conventionSigned", On = "2019-12-10", Act = "2019-88" },
            new LifecycleStepDocument { Status = "active", On = "2020-01-01" },
            new LifecycleStepDocument { Status = "amended", On = "2024-07-01", Act = "avenant 1" },
        ],
        ContactMailbox = "urbanisme@exemple.fr",
        Sponsor = "vice-présidence à l’urbanisme",
        CostCentre = "URB-01",
        HierarchicalAuthority = "direction générale de la métropole",
        FunctionalAuthority = "maire de chaque commune",
        Convention = GivenMutualisation.Document(Community).Convention! with
        {
            SignedOn = "2019-12-10",
            Missions = ["Instruire les demandes."],
            Means = ["Douze agents."],
            FinancialTerms = "Remboursement annuel au coût réel.",
            EndsOn = "2026-12-31",
            Renewal = "expresse",
            BillingMonths = 3,
            ForecastUnits = [new ForecastUnitsDocument { Member = "38001", Units = 616.8m }],
            Reversibility = "Les agents sont repris selon la clé de la convention.",
        },
        Amendments =
        [
            new AmendmentDocument
            {
                Number = "1",
                SignedOn = "2024-06-20",
                EffectiveOn = "2024-07-01",
                Purpose = "Prolonger et facturer chaque mois.",
                EndsOn = "2030-12-31",
                BillingMonths = 1,
            },
        ],
        Deliberations =
        [
            new DeliberationDocument { Assembly = GivenCommunity.Siren, Number = "2019-88", On = "2019-12-06" },
            new DeliberationDocument { Assembly = "38001", Number = "2019-12", On = "2019-12-02" },
            new DeliberationDocument { Assembly = "38002", Number = "2019-31", On = "2019-12-03" },
        ],
        StaffCommitteeOpinions =
            [new StaffCommitteeOpinionDocument { Committee = GivenCommunity.Siren, On = "2019-11-20", Opinion = "reserve" }],
        ImpactSheet = "Annexe 2",
        Committees =
        [
            new CommitteeMeetingDocument
            {
                Kind = "steering", On = "2025-03-12", Decisions = ["Étendre le service."], NextActions = ["Recruter un instructeur."],
            },
        ],
        Recommendations =
        [
            new RecommendationDocument
            {
                Year = 2024, Text = "Former les secrétaires de mairie.", Owner = "direction de l’urbanisme", DueOn = "2025-12-31",
                Status = "inProgress", StatusOn = "2025-05-02", Note = "Deux sessions tenues.",
            },
        ],
        Links = [new DocumentLinkDocument { Kind = "pacteGouvernance", Title = "Pacte de gouvernance", Address = "https://exemple.fr/pacte.pdf" }],
    };

    public static Outcome<Mutualisation> Read(MutualisationDocument document) =>
        MutualisationReader.Read("essai", document, Community, Catalogue.Standard);

    public static Mutualisation Valid(MutualisationDocument document)
    {
        var outcome = Read(document);
        Assert.Empty(outcome.Problems);
        return outcome.Value!;
    }
}
