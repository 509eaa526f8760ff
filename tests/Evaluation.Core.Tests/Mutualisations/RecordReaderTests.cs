using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;
using static Evaluation.Core.Tests.Given.GivenRecord;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class RecordReaderTests
{
    public static TheoryData<string, string, MutualisationDocument> Wrong => new()
    {
        { "document.missing",       "/offer/0/edition",                 Complete with { Offer = [new() { On = "2021-06-15", Status = "existante" }] } },
        { "document.missing",       "/offer/0/on",                      Complete with { Offer = [new() { Edition = "un", Status = "existante" }] } },
        { "document.unknownChoice", "/offer/0/status",                  Complete with { Offer = [new() { Edition = "un", On = "2021-06-15", Status = "passee" }] } },
        { "offer.order",            "/offer/1/on",                      Complete with { Offer = [Complete.Offer![0], Complete.Offer[1] with { On = "2021-06-15" }] } },
        { "offer.disagrees",        "/offerStatus",                     Complete with { OfferStatus = "nouvelle" } },
        { "document.unknownChoice", "/offerStatus",                     Complete with { OfferStatus = "passee" } },
        { "document.unknownChoice", "/lifecycle/0/status",              Complete with { Lifecycle = [new() { On = "2020-01-01" }] } },
        { "document.missing",       "/lifecycle/0/on",                  Complete with { Lifecycle = [new() { Status = "active" }] } },
        { "lifecycle.order",        "/lifecycle/1/on",                  Living(Step("active", "2020-01-01"), Step("amended", "2019-12-31")) },
        { "lifecycle.transition",   "/lifecycle/1/status",              Living(Step("active", "2020-01-01"), Step("diagnostic", "2020-01-02")) },
        { "lifecycle.reason",       "/lifecycle/1/reason",              Living(Step("exploration", "2020-01-01"), Step("abandoned", "2020-02-01")) with { Memberships = [] } },
        { "lifecycle.reason",       "/lifecycle/0/reason",              Living(Step("terminated", "2020-01-01")) with { Memberships = [] } },
        { "lifecycle.reversibility", "/convention/reversibility",       Living(Step("active", "2020-01-01"), Step("terminating", "2021-01-01", "Fin.")) with { Convention = Complete.Convention! with { Reversibility = null } } },
        { "membership.afterEnd",    "/memberships/1/to",                Living(Step("terminated", "2025-06-01", "Fin.")) with { Memberships = [Member("38001", "2025-06-01"), Member("38002", "2025-06-02")] } },
        { "contact.mailbox",        "/contactMailbox",                  Complete with { ContactMailbox = "service urbanisme" } },
        { "contact.mailbox",        "/contactMailbox",                  Complete with { ContactMailbox = "a@b" } },
        { "document.tooLong",       "/sponsor",                         Complete with { Sponsor = new string('a', 201) } },
        { "document.controlCharacter", "/functionalAuthority",          Complete with { FunctionalAuthority = "a\u0001" } },
        { "document.unknownChoice", "/committees/0/kind",               Complete with { Committees = [new() { Kind = "pilotage", On = "2025-01-01" }] } },
        { "document.missing",       "/committees/0/on",                 Complete with { Committees = [new() { Kind = "technical" }] } },
        { "document.missing",       "/committees/0/decisions/1",        Complete with { Committees = [new() { Kind = "technical", On = "2025-01-01", Decisions = ["Oui.", ""] }] } },
        { "document.missing",       "/committees/0/nextActions/0",      Complete with { Committees = [new() { Kind = "monitoring", On = "2025-01-01", NextActions = [null!] }] } },
        { "member.unknown",         "/deliberations/0/assembly",        Complete with { Deliberations = [new() { Assembly = "38999", Number = "1", On = "2025-01-01" }] } },
        { "document.missing",       "/deliberations/0/number",          Complete with { Deliberations = [new() { Assembly = "38001", On = "2025-01-01" }] } },
        { "member.unknown",         "/staffCommitteeOpinions/0/committee", Complete with { StaffCommitteeOpinions = [new() { Committee = "1", On = "2025-01-01", Opinion = "favorable" }] } },
        { "document.unknownChoice", "/staffCommitteeOpinions/0/opinion", Complete with { StaffCommitteeOpinions = [new() { Committee = "38001", On = "2025-01-01", Opinion = "oui" }] } },
        { "document.unknownChoice", "/links/0/kind",                    Complete with { Links = [new() { Kind = "site", Title = "Site", Address = "https://exemple.fr" }] } },
        { "link.address",           "/links/0/address",                 Complete with { Links = [new() { Kind = "autre", Title = "Site", Address = "javascript:alert(1)" }] } },
        { "link.address",           "/links/0/address",                 Complete with { Links = [new() { Kind = "autre", Title = "Site" }] } },
        { "recommendation.year",    "/recommendations/0/year",          Advised(Complete.Recommendations![0] with { Year = 0 }) },
        { "document.missing",       "/recommendations/0/owner",         Advised(Complete.Recommendations![0] with { Owner = null }) },
        { "document.missing",       "/recommendations/0/statusOn",      Advised(Complete.Recommendations![0] with { StatusOn = null }) },
        { "recommendation.note",    "/recommendations/0/note",          Advised(Complete.Recommendations![0] with { Status = "dropped", Note = null }) },
        { "membership.exitAct",     "/memberships/0/exitAct",           Complete with { Memberships = [Member("38001", null) with { ExitAct = "2025-12" }] } },
        { "membership.share",       "/memberships/0/shareOfPost",       Complete with { Memberships = [Member("38001", null) with { ShareOfPost = 0 }] } },
        { "membership.share",       "/memberships/0/shareOfPost",       Complete with { Memberships = [Member("38001", null) with { ShareOfPost = 1.01m }] } },
        { "membership.shares",      "/memberships",                     Complete with { Memberships = [Member("38001", null) with { ShareOfPost = 0.6m }, Member("38002", null) with { ShareOfPost = 0.5m }] } },
        { "membership.posts",       "/posts",                           Complete with { Posts = 0 } },
        { "membership.posts",       "/posts",                           Complete with { Posts = 101 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_fault_has_its_code_and_its_place(string code, string pointer, MutualisationDocument document) =>
        ProblemAssert.Only(code, pointer, Read(document).Problems);

    [Fact]
    public void All_faults_are_told_at_once() => Assert.Equal(
        [
            "membership.share /memberships/0/shareOfPost",
            "membership.posts /posts",
            "offer.disagrees /offerStatus",
            "contact.mailbox /contactMailbox",
            "document.unknownChoice /committees/0/kind",
            "document.missing /committees/0/on",
            "document.missing /links/0/title",
            "link.address /links/0/address",
            "recommendation.year /recommendations/0/year",
            "document.missing /recommendations/0/text",
            "document.missing /recommendations/0/owner",
            "document.missing /recommendations/0/statusOn",
            "convention.billing /convention/billingMonths",
            "document.missing /amendments/0/number",
            "document.missing /amendments/0/purpose",
            "document.missing /amendments/0/effectiveOn",
            "document.unknownChoice /lifecycle/0/status",
            "document.missing /lifecycle/0/on",
        ],
        Read(Complete with
        {
            Memberships = [Member("38001", null) with { ShareOfPost = 2 }],
            Posts = -1,
            OfferStatus = "nouvelle",
            ContactMailbox = "?",
            Committees = [null!],
            Links = [new DocumentLinkDocument { Kind = "autre" }],
            Recommendations = [null!],
            Convention = Complete.Convention! with { BillingMonths = 13 },
            Amendments = [null!],
            Lifecycle = [null!],
        }).Problems.Select(p => $"{p.Code} {p.Pointer}"));

    [Fact]
    public void What_is_recorded_is_read_whole()
    {
        var read = Valid(Complete);
        var governance = read.Governance;

        Assert.Equal(
            ("vice-présidence à l’urbanisme", "urbanisme@exemple.fr", "URB-01", "Annexe 2"),
            (governance.Sponsor, governance.ContactMailbox, governance.CostCentre, governance.ImpactSheet));
        Assert.Equal(
            ("direction générale de la métropole", "maire de chaque commune"),
            (governance.HierarchicalAuthority, governance.FunctionalAuthority));
        Assert.Equal(["Étendre le service."], Assert.Single(governance.Committees).Decisions);
        Assert.Equal(["Recruter un instructeur."], governance.Committees[0].NextActions);
        Assert.Equal((CommitteeKind.Steering, Exact.Day("2025-03-12")), (governance.Committees[0].Kind, governance.Committees[0].On));
        Assert.Equal([GivenCommunity.Siren, GivenCommunity.SirenOf(1), GivenCommunity.SirenOf(2)], governance.Deliberations.Select(d => d.Assembly.ToString()));
        Assert.Equal(
            new StaffCommitteeOpinion(Siren.Parse(GivenCommunity.Siren), Exact.Day("2019-11-20"), StaffOpinion.Reserve),
            Assert.Single(governance.StaffCommitteeOpinions));
        Assert.Equal("https://exemple.fr/pacte.pdf", Assert.Single(governance.Links).Address.AbsoluteUri);
        Assert.Equal(OfferStatus.Existante, read.OfferStatus);
        Assert.Equal((RecommendationStatus.InProgress, 2024), (read.Recommendations[0].Status, read.Recommendations[0].Year));
        Assert.Equal("Deux sessions tenues.", read.Recommendations[0].Note);
    }

    [Fact]
    public void A_document_without_any_of_it_is_as_valid_as_before()
    {
        var read = Valid(GivenMutualisation.Document(GivenRecord.Community));

        Assert.Null(read.Lifecycle);
        Assert.Null(read.EndedOn);
        Assert.Equal((0, 0), (read.Offer.Count, read.Recommendations.Count));
        Assert.Equal(OfferStatus.Existante, read.OfferStatusOn(Exact.Day("2001-01-01")));
        Assert.Null(read.Governance.Sponsor);
        Assert.Empty(read.Governance.Deliberations);
    }

    [Fact]
    public void A_shared_post_keeps_its_parts_and_its_acts()
    {
        var read = Valid(Complete with
        {
            Posts = 1.5m,
            Memberships =
            [
                Member("38001", "2025-07-01") with { ShareOfPost = 1, EntryAct = "2020-1", ExitAct = "2025-9" },
                Member("38002", null) with { ShareOfPost = 0.5m },
            ],
        });

        Assert.Equal((1m, "2020-1", "2025-9"), (read.Memberships[0].ShareOfPost, read.Memberships[0].EntryAct, read.Memberships[0].ExitAct));
        Assert.Equal((1.5m, 0.5m), (read.Posts, read.Memberships[1].ShareOfPost));
    }

    [Fact]
    public void A_part_of_a_post_is_free_again_on_the_day_its_holder_leaves() => Valid(Complete with
    {
        Memberships = [Member("38001", "2025-07-01") with { ShareOfPost = 1 }, Member("38002", null, "2025-07-01") with { ShareOfPost = 1 }],
    });

    [Fact]
    public void A_network_ends_without_terms_of_reversibility() => Valid(Complete with
    {
        LegalForm = "reseauThematique",
        Convention = null,
        Amendments = null,
        Lifecycle = [Step("active", "2020-01-01"), Step("terminating", "2021-01-01", "Plus de besoin.")],
    });

    private static MutualisationDocument Living(params LifecycleStepDocument[] steps) => Complete with { Lifecycle = steps };

    private static MutualisationDocument Advised(RecommendationDocument recommendation) =>
        Complete with { Recommendations = [recommendation] };

    private static LifecycleStepDocument Step(string status, string on, string? reason = null) =>
        new() { Status = status, On = on, Reason = reason };

    private static MembershipDocument Member(string insee, string? to, string from = "2020-01-01") =>
        new() { Member = insee, From = from, To = to };
}
