using Evaluation.Core.Mutualisations;

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
}
