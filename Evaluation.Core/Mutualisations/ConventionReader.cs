using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads a convention and its key.</summary>
internal static class ConventionReader
{
    public static Convention Read(
        DocumentChecks checks, ConventionDocument document, LegalForm legalForm, Community community, Catalogue catalogue)
    {
        var convention = new Convention(
            checks.RequiredText(document.Number, "/convention/number", 100),
            checks.RequiredText(document.Object, "/convention/object"),
            checks.RequiredDate(document.StartsOn, "/convention/startsOn"),
            checks.OptionalDate(document.EndsOn, "/convention/endsOn"),
            document.NoticeMonths,
            checks.Choice<SettlementMode>(document.Settlement, "/convention/settlement"),
            document.Allocation is null ? null : AllocationReader.Read(checks, document.Allocation, "/convention/allocation", catalogue));
        if (convention.EndsOn < convention.StartsOn)
        {
            checks.Add("convention.inverted", "/convention/endsOn", "La convention finit avant de commencer : corrigez l’une des deux dates.");
        }

        if (convention.NoticeMonths is < 0 or > 60)
        {
            checks.Add("convention.notice", "/convention/noticeMonths", "Ce préavis n’est pas valable : de 0 à 60 mois.");
        }

        if (legalForm.SharesCosts() == (convention.Allocation is null))
        {
            checks.Add(
                "convention.allocation",
                "/convention/allocation",
                legalForm.SharesCosts()
                    ? "Cette forme juridique partage un coût : donnez la clé de répartition."
                    : "Cette forme juridique ne partage aucun coût : retirez la clé de répartition.");
        }

        if (convention.Settlement == SettlementMode.AcImputation && community.FiscalRegime != FiscalRegime.Fpu)
        {
            checks.Add(
                "convention.acImputation",
                "/convention/settlement",
                "L’imputation sur l’attribution de compensation suppose la fiscalité professionnelle unique : choisissez titreRecette.");
        }

        return convention;
    }
}
