namespace Evaluation.Core.Reports;

/// <summary>What is said of a decision beside its sentence, whatever the format of the report.</summary>
public static class DecisionWords
{
    /// <summary>Why it is not what was proposed; null where it is.</summary>
    public static string? Departs(DecisionSection decided) =>
        decided.DepartsBecause is { } because ? $"La décision s’écarte de la proposition\u00A0: {because}" : null;

    /// <summary>Why it took the place of an earlier one; null for the first.</summary>
    public static string? Corrected(DecisionSection decided) =>
        decided.CorrectedBecause is { } because ? $"Elle remplace une décision précédente\u00A0: {because}" : null;

    /// <summary>What is still to be decided, and what is proposed.</summary>
    public static string Proposed(CriteriaSection criteria) => criteria.ProposalWord is { } word
        ? $"Proposition du système\u00A0: {word}."
        : "Le système ne propose rien.";

    /// <summary>Who has to decide.</summary>
    public const string Awaited = "Décision du directeur\u00A0: à enregistrer.";

    /// <summary>Why a criterion has no evidence.</summary>
    public const string NoEvidence = "Aucun élément n’est enregistré pour ce critère\u00A0: il n’est pas évaluable.";
}
