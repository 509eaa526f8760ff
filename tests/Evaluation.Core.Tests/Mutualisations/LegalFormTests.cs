using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class LegalFormTests
{
    [Theory]
    [InlineData(LegalForm.ServiceCommun, "du service commun", true)]
    [InlineData(LegalForm.MiseADispositionService, "de la mise à disposition de services", true)]
    [InlineData(LegalForm.PrestationService, "de la prestation de service", true)]
    [InlineData(LegalForm.PartageDeBiens, "du partage de biens", true)]
    [InlineData(LegalForm.GroupementCommandes, "du groupement de commandes", false)]
    [InlineData(LegalForm.ReseauThematique, "du réseau thématique", false)]
    [InlineData(LegalForm.TransfertCompetence, "du transfert de compétence", true)]
    [InlineData(LegalForm.CreationGestionServices, "de la création ou gestion de services par convention", true)]
    public void Purchasing_groups_and_networks_share_no_cost(LegalForm form, string ofLabel, bool sharesCosts)
    {
        Assert.Equal(ofLabel, form.OfLabel());
        Assert.Equal(sharesCosts, form.SharesCosts());
    }

    [Fact]
    public void The_allowance_bears_shared_services_and_transfers_alone() => Assert.Equal(
        [LegalForm.ServiceCommun, LegalForm.TransfertCompetence],
        Enum.GetValues<LegalForm>().Where(form => form.MaySettleOnAllowance()));

    [Fact]
    public void A_form_of_today_does_not_rewrite_the_years_that_are_over()
    {
        var changed = Read(d => d with { LegalForm = null, LegalForms = Forms("serviceCommun", "groupementCommandes") });

        Assert.Equal(
            [LegalForm.ServiceCommun, LegalForm.GroupementCommandes], new[] { 2024, 2025 }.Select(changed.LegalFormIn));
        Assert.Equal(
            [null, AllocationObstacle.NoKey],
            new[] { 2024, 2025 }.Select(year => AnnualEvaluation.Of(
                GivenDossier.Of(Community, changed, null, GivenDossier.Actual(year, 100)) with { Year = year }).Allocation.Obstacle));
    }

    [Theory]
    [InlineData("2020-06-01", "legalForm.undated")]
    [InlineData("2025-06-01", null)]
    public void A_form_without_a_date_changes_no_past_year(string today, string? code) => Assert.Equal(
        code,
        LegalFormChanges.Undated(
            Read(d => d with { Memberships = [], Convention = d.Convention! with { StartsOn = today[..4] == "2020" ? "2018-01-01" : "2025-01-01" } }),
            Read(d => d with { LegalForm = "prestationService" }),
            Exact.Day(today))?.Code);

    [Fact]
    public void Dates_correct_a_form_that_was_wrong_from_the_start() => Assert.Null(LegalFormChanges.Undated(
        Read(d => d),
        Read(d => d with { LegalForm = null, LegalForms = [new() { From = "2020-01-01", Form = "prestationService" }] }),
        Exact.Day("2026-06-01")));

    [Fact]
    public void The_current_form_agrees_with_the_last_one() => ProblemAssert.Only(
        "legalForm.disagrees",
        "/legalForm",
        MutualisationReader.Read(
            "essai",
            GivenMutualisation.Document(Community) with { LegalForm = "prestationService", LegalForms = Forms("prestationService", "serviceCommun") },
            Community,
            Catalogue.Standard).Problems);

    private static readonly Community Community = GivenCommunity.Of("A", "B");

    private static DatedLegalFormDocument[] Forms(string first, string second) =>
        [new() { From = "2020-01-01", Form = first }, new() { From = "2025-01-01", Form = second }];

    private static Mutualisation Read(Func<MutualisationDocument, MutualisationDocument> change)
    {
        var outcome = MutualisationReader.Read("essai", change(GivenMutualisation.Document(Community)), Community, Catalogue.Standard);
        Assert.Empty(outcome.Problems);
        return outcome.Value!;
    }
}
