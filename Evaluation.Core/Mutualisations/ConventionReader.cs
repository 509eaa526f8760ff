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
            document.Allocation is null ? null : ReadKey(checks, document.Allocation, catalogue));
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

    private static AllocationKey ReadKey(DocumentChecks checks, AllocationDocument document, Catalogue catalogue)
    {
        const string pointer = "/convention/allocation";
        var key = new AllocationKey(
            checks.Choice<AllocationMethod>(document.Method, $"{pointer}/method", AllocationMethod.Split),
            [.. DocumentChecks.Items(document.Criteria).Select((c, i) => ReadCriterion(checks, c, $"{pointer}/criteria/{i}", catalogue))]);
        if (key.Criteria.Where(c => IsPart(c.Weight)).Sum(c => c.Weight) != 1)
        {
            checks.Add("key.weights", $"{pointer}/criteria", "Les poids des critères doivent faire exactement 1 : corrigez-les.");
        }

        if (key.Method == AllocationMethod.UnitPrice
            && key.Criteria is not [{ Kind: CriterionKind.Indicator }])
        {
            checks.Add(
                "key.unitPrice", $"{pointer}/criteria", "Le coût unitaire suppose un seul critère, l’unité de fonctionnement : gardez celui-là.");
        }

        return key;
    }

    private static bool IsPart(decimal weight) => weight is > 0 and <= 1;

    private static KeyCriterion ReadCriterion(
        DocumentChecks checks, KeyCriterionDocument document, string pointer, Catalogue catalogue)
    {
        var kind = checks.Choice<CriterionKind>(document.Criterion, $"{pointer}/criterion");
        if (!IsPart(document.Weight))
        {
            checks.Add("key.weight", $"{pointer}/weight", "Ce poids n’est pas valable : plus de 0 et au plus 1.");
        }

        if (kind != CriterionKind.Indicator)
        {
            return new KeyCriterion(kind, null, document.Weight);
        }

        if (catalogue.Find(document.Indicator) is not { Level: IndicatorLevel.Member, IsComputed: false, IsDerived: false, Min: >= 0 })
        {
            checks.Add(
                "key.indicator",
                $"{pointer}/indicator",
                $"« {document.Indicator} » ne peut pas répartir un coût : il faut un indicateur du catalogue, transmis commune par commune.");
        }

        return new KeyCriterion(kind, document.Indicator, document.Weight);
    }
}
