using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Members;

/// <summary>
/// What one member pays, uses, was called and is asked in a year, over all its services, on two pages for a few services
/// (docs/spec/papers.md).
/// </summary>
public static class MemberStatementPaper
{
    /// <summary>The paper; pure, the same every time.</summary>
    public static Paper Of(MemberStatementFacts facts)
    {
        var (amounts, settlement) = (AmountTables.Amounts(facts), AmountTables.Settlement(facts));
        return PaperProse.Of(new Paper(
            ReportText.Name(facts.Community.Name),
            facts.Name,
            $"{(facts.Told.Member.InseeCode is null ? "Fiche membre" : "Fiche commune")}, exercice {facts.Written}",
            facts.Version is { } version
                ? $"Version{FrenchNumber.UnitSpace}{FrenchNumber.Format(version)} établie le {FrenchDate.InWords(facts.On)}."
                : $"Établie le {FrenchDate.InWords(facts.On)}.",
            facts.Community.IsDemonstration,
            StatedTotals.Lead(facts, amounts, settlement),
            amounts is null ? [new PaperSection("Montants", [new PaperText("Aucun service n’est à relever.")])] : [.. Sections(facts, amounts, settlement)]));
    }

    private static IEnumerable<PaperSection> Sections(MemberStatementFacts facts, PaperTable amounts, PaperTable? settlement)
    {
        yield return new PaperSection(
            facts.HasFree ? $"Part du coût de {facts.Written}" : $"Ce qui est dû pour {facts.Written}",
            [
                StatedTotals.Figures(facts, amounts, settlement),
                .. AmountTables.Read(amounts),
                .. AmountTables.Notes(facts),
                .. Table(settlement is null ? null : AmountTables.Called(settlement), "Aucun appel n’est enregistré dans les montants de l’exercice : il n’y a pas de solde."),
                .. AmountTables.SettlementNotes(facts),
            ]);
        if (!facts.Accounts.Any())
        {
            yield return Asked(facts, [], []);
            yield break;
        }

        // Few headings, each table with its caption: a page holds more of what is read.
        yield return new PaperSection(
            "Pourquoi ces montants",
            [
                .. Maybe(OriginTables.Units(facts)),
                .. Table(OriginTables.WorkedOut(facts), $"Aucun montant de {facts.Written} n’est établi."),
                .. Table(OriginTables.Changes(facts), "Aucun écart ne se décompose : les coûts partagés et les montants des deux exercices ne sont pas tous connus, ou un prix convenu donne le montant."),
                .. Table(OriginTables.NaturesAcross(facts), "Aucun montant ne se détaille par nature de coût : un prix convenu le donne, ou le coût n’est pas connu."),
            ]);
        yield return new PaperSection(
            "Et sans les services ?",
            [
                .. Maybe(OriginTables.Measured(facts)),
                .. OriginTables.MeasuredNotes(facts),
            ]);
        yield return Asked(
            facts,
            [.. Table(DueTables.Calls(facts), $"Aucun appel de {facts.Written} n’est connu au {FrenchDate.InWords(facts.On)}."), .. DueTables.CallNotes(facts)],
            [
                new PaperNote(
                    $"Montant : part du membre dans le coût complet du service, au centime{(facts.HasFree ? " ; d’un service gratuit, elle n’est pas due" : "")}. " +
                    "Appel : somme demandée d’avance ou en régularisation, dont une part peut être imputée sur l’attribution de compensation (AC) d’une commune. " +
                    "Solde : à régler moins appelé ; positif, c’est un complément à payer ; négatif, un avoir."),
            ]);
    }

    private static PaperSection Asked(MemberStatementFacts facts, IReadOnlyList<PaperBlock> calls, IReadOnlyList<PaperBlock> notes) => new(
        calls.Count == 0 ? "Ce qui est attendu" : "Ce qui est appelé et attendu",
        [
            .. calls,
            .. DueTables.ValuesRead(facts),
            .. Maybe(DueTables.Confirmations(facts)),
            .. Table(DueTables.Asked(facts), $"Rien n’est demandé pour {facts.Written}."),
            .. notes,
        ]);

    private static IEnumerable<PaperBlock> Table(PaperTable? table, string without) => [table is null ? new PaperText(without) : table];

    private static IEnumerable<PaperBlock> Maybe(PaperTable? table) => table is null ? [] : [table];
}
