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
                .. Table(settlement, "Aucun appel n’est enregistré dans les montants de l’exercice : il n’y a pas de solde."),
                .. AmountTables.SettlementNotes(facts),
            ]);
        if (OriginTables.Worked(facts) is not { } worked)
        {
            yield return Asked(facts);
            yield break;
        }

        yield return new PaperSection("Pourquoi ces montants", [.. Maybe(OriginTables.Units(facts)), worked]);
        yield return new PaperSection(
            $"D’où vient l’écart avec {facts.BeforeWritten}",
            [.. Table(OriginTables.Changes(facts), "Aucun écart ne se décompose : les coûts partagés et les montants des deux exercices ne sont pas tous connus, ou un prix convenu donne le montant.")]);
        yield return new PaperSection(
            "Et sans les services ?",
            [
                .. Maybe(OriginTables.Measured(facts)),
                .. OriginTables.MeasuredNotes(facts),
            ]);
        yield return new PaperSection(
            "De quoi les montants sont faits",
            [.. Table(OriginTables.NaturesAcross(facts), "Aucun montant ne se détaille par nature de coût : un prix convenu le donne, ou le coût n’est pas connu.")]);
        yield return new PaperSection(
            "Appels de fonds",
            [.. Table(DueTables.Calls(facts), $"Aucun appel de {facts.Written} n’est connu au {FrenchDate.InWords(facts.On)}."), .. DueTables.CallNotes(facts)]);
        yield return Asked(facts);
        yield return new PaperSection("Comment lire", [new PaperReasons(
        [
            new PaperReason("Montant", $"Part du membre dans le coût complet du service, au centime{(facts.HasFree ? " ; d’un service gratuit, elle n’est pas due" : "")}."),
            new PaperReason("Appel", "Somme demandée d’avance ou en régularisation ; une part peut être imputée sur l’attribution de compensation (AC) d’une commune."),
            new PaperReason("Solde", "À régler moins appelé. Positif, c’est un complément à payer ; négatif, un avoir."),
        ])]);
    }

    private static PaperSection Asked(MemberStatementFacts facts) => new(
        "Ce qui est attendu",
        [
            .. Maybe(DueTables.Values(facts)),
            .. Maybe(DueTables.Confirmations(facts)),
            .. Table(DueTables.Asked(facts), $"Rien n’est demandé pour {facts.Written}."),
        ]);

    private static IEnumerable<PaperBlock> Table(PaperTable? table, string without) => [table is null ? new PaperText(without) : table];

    private static IEnumerable<PaperBlock> Maybe(PaperTable? table) => table is null ? [] : [table];
}
