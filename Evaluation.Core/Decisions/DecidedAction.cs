namespace Evaluation.Core.Decisions;

/// <summary>What became of an action.</summary>
public enum ActionState
{
    /// <summary>Not begun.</summary>
    ToDo,

    /// <summary>Being carried out.</summary>
    InProgress,

    /// <summary>Done.</summary>
    CarriedOut,

    /// <summary>Given up; the note says why.</summary>
    Dropped,
}

/// <summary>Something that a decision wants done.</summary>
/// <param name="Label">What, one French sentence.</param>
/// <param name="Owner">Function in charge, no person’s name.</param>
/// <param name="DueOn">Last day to do it.</param>
/// <param name="State">What became of it.</param>
/// <param name="Note">What there is to say of it; always there when it was dropped.</param>
public sealed record DecidedAction(string Label, string Owner, DateOnly DueOn, ActionState State, string? Note)
{
    /// <summary>Whether it is still open after its last day.</summary>
    public bool IsLateOn(DateOnly day) => State is ActionState.ToDo or ActionState.InProgress && day > DueOn;
}

/// <summary>French words of what became of actions.</summary>
public static class ActionStates
{
    /// <summary>« à faire », « en cours », « réalisée », « abandonnée ».</summary>
    public static string Label(this ActionState state) => state switch
    {
        ActionState.ToDo => "à faire",
        ActionState.InProgress => "en cours",
        ActionState.CarriedOut => "réalisée",
        ActionState.Dropped => "abandonnée",
    };
}
