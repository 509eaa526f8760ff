using Evaluation.Core.Decisions;
using Evaluation.Core.French;

namespace Evaluation.Core.Reports;

/// <summary>An action of a decision.</summary>
/// <param name="Label">What to do.</param>
/// <param name="Owner">Function in charge.</param>
/// <param name="DueOn">Last day to do it.</param>
/// <param name="State">What became of it.</param>
/// <param name="StateWord">« à faire », « en cours », « réalisée », « abandonnée ».</param>
/// <param name="IsLate">Whether it was still open after its last day, at the date of the data.</param>
/// <param name="Note">What there is to say of it; null for nothing.</param>
public sealed record ActionRow(
    string Label, string Owner, DateOnly DueOn, ActionState State, string StateWord, bool IsLate, string? Note);

/// <summary>What was decided after an evaluation.</summary>
/// <param name="Decision">What.</param>
/// <param name="Word">« poursuivre », « étendre », « faire évoluer », « arrêter ».</param>
/// <param name="On">Local date of the decision.</param>
/// <param name="EffectiveOn">From what day on.</param>
/// <param name="Sentence">What was decided, when, with what effect, and what became of its actions.</param>
/// <param name="Reasons">Why.</param>
/// <param name="DepartsBecause">Why it is not what was proposed; null where it is.</param>
/// <param name="CorrectedBecause">Why it took the place of an earlier one; null for the first.</param>
/// <param name="Actions">In the order given.</param>
public sealed record DecisionSection(
    DecisionKind Decision,
    string Word,
    DateOnly On,
    DateOnly EffectiveOn,
    string Sentence,
    string Reasons,
    string? DepartsBecause,
    string? CorrectedBecause,
    IReadOnlyList<ActionRow> Actions)
{
    /// <summary>The section of a decision; null without one.</summary>
    /// <param name="signed">What was decided.</param>
    /// <param name="year">Evaluated.</param>
    /// <param name="asOf">Date of the data.</param>
    internal static DecisionSection? Of(SignedDecision? signed, int year, DateOnly asOf)
    {
        if (signed is not { Decision: var decision })
        {
            return null;
        }

        IReadOnlyList<ActionRow> actions = [.. decision.Actions.Select(a => Row(a, asOf))];
        return new DecisionSection(
            decision.Kind,
            decision.Kind.Label(),
            signed.On,
            decision.EffectiveOn,
            ReportText.Prose(
                $"Décision du {FrenchDate.InWords(signed.On)} sur l’exercice {ReportText.Year(year)} : {decision.Kind.Label()}, " +
                $"à compter du {FrenchDate.InWords(decision.EffectiveOn)}.{Followed(actions, asOf)}"),
            ReportText.Prose(decision.Reasons),
            decision.DepartsBecause is { } departs ? ReportText.Prose(departs) : null,
            decision.CorrectedBecause is { } corrected ? ReportText.Prose(corrected) : null,
            actions);
    }

    private static ActionRow Row(DecidedAction action, DateOnly asOf) => new(
        ReportText.Prose(action.Label),
        ReportText.Prose(action.Owner),
        action.DueOn,
        action.State,
        action.State.Label(),
        action.IsLateOn(asOf),
        action.Note is { } note ? ReportText.Prose(note) : null);

    private static string Followed(IReadOnlyList<ActionRow> actions, DateOnly asOf)
    {
        if (actions.Count == 0)
        {
            return "";
        }

        var done = actions.Count(a => a.State == ActionState.CarriedOut);
        var dropped = actions.Count(a => a.State == ActionState.Dropped);
        var late = actions.Count(a => a.IsLate);
        string[] told =
        [
            FrenchText.CountOrNone(done, "aucune n’est réalisée", "est réalisée", "sont réalisées"),
            .. dropped == 0 ? (string[])[] : [FrenchText.Count(dropped, "est abandonnée", "sont abandonnées")],
            .. late == 0 ? (string[])[] : [FrenchText.Count(late, "est en retard", "sont en retard")],
        ];
        return $" Sur {FrenchText.Count(actions.Count, "action", "actions")}, au {FrenchDate.InWords(asOf)}, {FrenchText.List(told)}.";
    }
}
