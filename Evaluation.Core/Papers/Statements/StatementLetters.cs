using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Statements;

/// <summary>
/// Tells each beneficiary the forecast unit cost of the next year, and what it used (CGCT D5211-16, docs/spec/papers.md). No
/// letter without that cost: the statement says why there is none.
/// </summary>
public static class StatementLetters
{
    /// <summary>The letters, each titled with whom it is to, in the order of the community; pure, the same every time.</summary>
    public static IReadOnlyList<Paper> Of(StatementFacts facts)
    {
        if (facts.Next is not { } next || ForecastUnitCost.Of(next).Value is null)
        {
            return [];
        }

        var uses = StatedUses.Of(facts.Evaluation);
        return [.. Beneficiaries(facts).Select(member => Letter(facts, uses, member))];
    }

    /// <summary>Who takes part in the next year, its provider apart; nobody while it is not in force.</summary>
    internal static IReadOnlyList<Siren> Beneficiaries(StatementFacts facts) => facts.Next is not { WhyNotEvaluated: null } next
        ? []
        : facts.Ordered(next.Perimeter.Participants.Select(p => p.Member.Siren).Where(m => m != next.Dossier.Mutualisation.Provider));

    private static Paper Letter(StatementFacts facts, StatedUses uses, Siren member) => PaperProse.Of(new Paper(
        ReportText.Name(facts.Community.Name),
        facts.NameOf(member),
        $"Coût unitaire prévisionnel de {facts.NextWritten} : {facts.Label}",
        facts.Edition.Identity,
        facts.Community.IsDemonstration,
        StatementForecast.Sentence(facts),
        [
            new PaperSection(
                $"Coût unitaire prévisionnel de {facts.NextWritten}",
                [
                    new PaperText(
                        $"Le service « {facts.Label} » est {OfForm(facts)} dont {facts.NameOf(member)} est bénéficiaire. L’article D5211-16 du code général des " +
                        "collectivités territoriales prévoit, pour les mises à disposition de services, que le coût d’une unité de fonctionnement soit porté chaque " +
                        "année à la connaissance des bénéficiaires."),
                    .. StatementForecast.Basis(facts),
                    .. StatementForecast.Of(facts, [member]),
                ]),
            new PaperSection($"Coût unitaire de {facts.Written}", [new PaperText(StatementCosts.Sentence(facts)), StatementCosts.UnitCost(facts), .. StatementPaper.Awaited(facts, uses)]),
            new PaperSection($"Vos usages de {facts.Written}", [.. UsesTable.Of(facts, uses, [member])]),
            new PaperSection("Contact", [new PaperText($"Pour toute question : {ReportText.Prose(facts.Service.Referent)}.")]),
        ]));

    private static string OfForm(StatementFacts facts) => facts.Service.LegalFormIn(facts.Year + 1) switch
    {
        LegalForm.MiseADispositionService or LegalForm.PrestationService or LegalForm.CreationGestionServices =>
            $"une {facts.Service.LegalFormIn(facts.Year + 1).Label()}",
        LegalForm.ServiceCommun or LegalForm.PartageDeBiens or LegalForm.GroupementCommandes or LegalForm.ReseauThematique
            or LegalForm.TransfertCompetence => $"un {facts.Service.LegalFormIn(facts.Year + 1).Label()}",
    };
}
