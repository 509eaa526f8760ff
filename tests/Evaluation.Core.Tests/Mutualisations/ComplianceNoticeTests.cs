using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class ComplianceNoticeTests
{
    private static readonly DateOnly Day = Exact.Day("2025-06-15");

    [Fact]
    public void A_complete_record_draws_none() => Assert.Empty(Of(GivenRecord.Complete));

    [Fact]
    public void Missing_deliberations_are_named()
    {
        var notice = Assert.Single(Of(GivenRecord.Complete with { Deliberations = [GivenRecord.Complete.Deliberations![1]] }));

        Assert.Equal("compliance.deliberations", notice.Code);
        Assert.Contains("celles de\u00A0: Métropole d’essai et B.", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_members_of_the_day_have_to_deliberate() => Assert.Empty(Of(GivenRecord.Complete with
    {
        Deliberations = [.. GivenRecord.Complete.Deliberations!.Take(2)],
        Memberships =
        [
            new MembershipDocument { Member = "38001", From = "2020-01-01" },
            new MembershipDocument { Member = "38002", From = "2020-01-01", To = "2025-06-15" },
        ],
    }));

    [Fact]
    public void The_provider_deliberates_even_when_it_is_no_member() => Assert.Equal(
        ["compliance.deliberations"],
        Of(GivenRecord.Complete with
        {
            Provider = "38002",
            Deliberations = [.. GivenRecord.Complete.Deliberations!.Take(2)],
            Memberships = [new MembershipDocument { Member = "38001", From = "2020-01-01" }],
        }).Select(n => n.Code));

    [Fact]
    public void A_link_to_the_impact_sheet_stands_for_its_reference() => Assert.Empty(Of(GivenRecord.Complete with
    {
        ImpactSheet = null,
        Links = [new DocumentLinkDocument { Kind = "ficheImpact", Title = "Fiche d’impact", Address = "https://exemple.fr/fiche.pdf" }],
    }));

    [Fact]
    public void A_commune_from_outside_does_not_belong_in_a_shared_service()
    {
        var community = GivenCommunity.OfKinds("commune", "communeExterieure");

        var notices = Of(community, GivenRecord.Complete);

        Assert.Equal(["compliance.outsideCommune"], notices.Select(n => n.Code));
        Assert.Contains("2", notices[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_runs_without_a_convention_is_told()
    {
        var document = GivenRecord.Complete with { Convention = null, Amendments = null };

        Assert.Equal(["compliance.convention"], Of(document with { Lifecycle = [document.Lifecycle![1]] }).Select(n => n.Code));
        Assert.Empty(Of(document with { Lifecycle = [document.Lifecycle![0]] }));
        Assert.Empty(Of(document with { Lifecycle = null }));
    }

    [Theory]
    [InlineData("ADS-03", null, "La clé de répartition compte ADS-03, hors des indicateurs suivis")]
    [InlineData("ADS-03", "ADS-03", null)]
    [InlineData("ADS-02", "ADS-06", null)] // a part of what is followed
    public void A_key_that_counts_what_is_not_followed_is_told_and_prevents_nothing(string counted, string? followed, string? told)
    {
        var complete = GivenRecord.Complete;
        var notices = Of(complete with
        {
            Amendments = null,
            Indicators = [new FollowedIndicatorDocument { Code = followed ?? "ADS-01" }],
            Convention = complete.Convention! with { Allocation = new() { Criteria = [new() { Criterion = "indicator", Indicator = counted, Weight = 1 }] } },
        });

        Assert.Equal(told is null ? [] : ["compliance.keyIndicator"], notices.Select(n => n.Code));
        Assert.All(notices, n => Assert.StartsWith(told!, n.Message, StringComparison.Ordinal));
        Assert.All(notices, n => ProblemAssert.FrenchSentence(n.Message));
    }

    [Fact]
    public void Each_notice_is_a_French_sentence()
    {
        var document = GivenMutualisation.Document(GivenRecord.Community);
        string[] forms = ["serviceCommun", "miseADispositionService", "prestationService", "partageDeBiens", "transfertCompetence"];

        var notices = forms.SelectMany(form => new[] { "gratuit", "titreRecette", form is "transfertCompetence" ? "acImputation" : "gratuit" }
            .SelectMany(settled => Of(document with { LegalForm = form, Convention = document.Convention! with { Settlement = settled } }))).ToList();

        Assert.Equal(9, notices.Select(n => n.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(notices, n => ProblemAssert.FrenchSentence(n.Message));
    }

    private static IReadOnlyList<ComplianceNotice> Of(MutualisationDocument document) => Of(GivenRecord.Community, document);

    private static IReadOnlyList<ComplianceNotice> Of(Community community, MutualisationDocument document)
    {
        var read = MutualisationReader.Read("essai", document, community, Catalogue.Standard);
        Assert.Empty(read.Problems);
        return ComplianceNotices.Of(read.Value!, community, Day);
    }
}
