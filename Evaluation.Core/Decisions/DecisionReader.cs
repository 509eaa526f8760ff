using Evaluation.Core.French;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Decisions;

/// <summary>Reads the document of a decision, with every problem at once.</summary>
public static class DecisionReader
{
    private const int MostActions = 50;
    /// <summary>The most letters of the function that answers for an action.</summary>
    public const int LongestOwner = 200;

    /// <summary>The decision, or what prevents it.</summary>
    /// <param name="document">What was sent or stored, with what the app has to say of it.</param>
    public static Outcome<Decision> Read(DecisionDocument document)
    {
        var checks = new DocumentChecks();
        var isKnown = DomainCode.TryParse<DecisionKind>(document.Decision, out _);
        var decision = new Decision(
            checks.Choice<DecisionKind>(document.Decision, "/decision"),
            checks.RequiredText(document.Reasons, "/reasons"),
            checks.RequiredDate(document.EffectiveOn, "/effectiveOn"),
            [.. DocumentChecks.Items(document.Actions).Select((action, index) => ReadAction(checks, action, $"/actions/{index}"))],
            document.Proposed is null ? null : checks.Choice<DecisionKind>(document.Proposed, "/proposed"),
            checks.OptionalText(document.DepartsBecause, "/departsBecause"),
            checks.OptionalText(document.CorrectedBecause, "/correctedBecause"));
        if (decision.Actions.Count > MostActions)
        {
            checks.Add(Refusals.DecisionActions, "/actions", MostActions);
        }

        if (isKnown)
        {
            CheckDeparture(checks, decision);
        }

        return Outcome<Decision>.Of(checks.Problems, () => decision);
    }

    /// <summary>Why a decision cannot take the place of another; null when it can.</summary>
    /// <param name="decision">The later one.</param>
    /// <param name="before">The one that holds; null when there is none.</param>
    public static Refusal? WhyNotAfter(Decision decision, Decision? before) =>
        (before is null
            ? decision.CorrectedBecause is null ? null : Refusals.DecisionNoCorrection
            : decision.DecidesAs(before) || (decision.CorrectedBecause is { } why && why != before.CorrectedBecause)
                ? null
                : Refusals.DecisionCorrection)?.At("/correctedBecause");

    /// <summary>Why a decision that is the same as the one that holds may not be sent; null when it may.</summary>
    /// <param name="correctedBecause">The reason of a correction that is sent with it; null for none.</param>
    /// <param name="before">The one that holds.</param>
    public static Refusal? WhyNotAgain(string? correctedBecause, Decision before) =>
        correctedBecause is null || correctedBecause == before.CorrectedBecause ? null : Refusals.DecisionSame.At("/correctedBecause");

    private static void CheckDeparture(DocumentChecks checks, Decision decision)
    {
        var departs = decision.Proposed is { } proposed && proposed != decision.Kind;
        if (departs && decision.DepartsBecause is null)
        {
            checks.Add(
                Refusals.DecisionDeparture,
                "/departsBecause",
                FrenchText.De(decision.Proposed!.Value.Label()),
                FrenchText.De(decision.Kind.Label()));
        }
        else if (!departs && decision.DepartsBecause is not null)
        {
            checks.Add(Refusals.DecisionNoDeparture, "/departsBecause");
        }
    }

    private static DecidedAction ReadAction(DocumentChecks checks, DecidedActionDocument document, string pointer)
    {
        var action = new DecidedAction(
            checks.RequiredText(document.Label, $"{pointer}/label"),
            checks.RequiredText(document.Owner, $"{pointer}/owner", LongestOwner),
            checks.RequiredDate(document.DueOn, $"{pointer}/dueOn"),
            checks.Choice<ActionState>(document.State, $"{pointer}/state", ActionState.ToDo),
            checks.OptionalText(document.Note, $"{pointer}/note"));
        if (action is { State: ActionState.Dropped, Note: null })
        {
            checks.Add(Refusals.ActionNote, $"{pointer}/note");
        }

        return action;
    }
}
