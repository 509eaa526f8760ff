namespace Evaluation.Core.Confirmations;

/// <summary>The units of a member in a period as they are told.</summary>
/// <param name="Member">SIREN.</param>
/// <param name="Period">Canonical: <c>2025-Q1</c>.</param>
/// <param name="State">A <see cref="UnitsState"/>, written.</param>
/// <param name="Figures">As they are known.</param>
/// <param name="Answer">What the member said; null when it said nothing.</param>
/// <param name="Tag">Of what was said; null when nothing was.</param>
public sealed record UnitsEntry(
    string Member, string Period, string State, IReadOnlyList<UnitFigureDocument> Figures, UnitsAnswerDocument? Answer, string? Tag);
