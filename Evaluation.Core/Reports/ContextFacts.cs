using Evaluation.Core.Assessments;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>Lists the facts of the registers that a reader needs before any figure; nothing that is not recorded.</summary>
internal static class ContextFacts
{
    public static IEnumerable<ContextFact> Of(AnnualEvaluation evaluation, ReportCover cover)
    {
        var (community, mutualisation) = (evaluation.Dossier.Community, evaluation.Dossier.Mutualisation);
        var year = Period.OfYear(evaluation.Dossier.Year);
        IEnumerable<(string Label, string? Text)> facts =
        [
            ("Forme", cover.LegalForm),
            ("Sens", mutualisation.DirectionIn(community, year) is { } direction ? $"mutualisation {direction.Label()}" : null),
            ("Statut", mutualisation.StatusOn(year.LastDay)?.Label()),
            ("Porteur", cover.Provider),
            ("Élu porteur", mutualisation.Governance.Sponsor),
            ("Référent", cover.Referent),
            ("Autorité hiérarchique", mutualisation.Governance.HierarchicalAuthority),
            ("Autorité fonctionnelle", mutualisation.Governance.FunctionalAuthority),
            ("Convention", cover.Convention),
            ("Coefficient de mutualisation", community.MutualisationCoefficientIn(year.Year) is { } coefficient
                ? $"{FrenchNumber.Format(coefficient, 2)} pour toute la communauté, à titre d’information"
                : null),
            .. evaluation.Dossier.ConventionOf(evaluation.Dossier.Year) is { } convention ? OfConvention(convention) : [],
        ];
        return facts
            .Where(f => !string.IsNullOrEmpty(f.Text))
            .Select(f => new ContextFact(f.Label, ReportText.Prose(f.Text!)));
    }

    private static IEnumerable<(string Label, string? Text)> OfConvention(Convention convention)
    {
        yield return ("Échéance", convention.EndsOn is { } end
            ? $"{FrenchDate.InWords(end)}, {convention.Renewal.Label()}"
            : null);
        yield return ("Règlement", convention.Settlement switch
        {
            SettlementMode.AcImputation => "acomptes des communes imputés sur leur attribution de compensation",
            SettlementMode.TitreRecette => "titres de recettes",
            SettlementMode.Gratuit => "service gratuit",
        });
        yield return ("Réversibilité", convention.Reversibility);
    }
}
