namespace Evaluation.Core.Decisions;

/// <summary>A decision as it is sent, stored and given back. Everything is optional until it is read.</summary>
public sealed record DecisionDocument
{
    /// <summary>A <see cref="DecisionKind"/>, written.</summary>
    public string? Decision { get; init; }

    /// <summary>Why.</summary>
    public string? Reasons { get; init; }

    /// <summary>From what day on, year-month-day.</summary>
    public string? EffectiveOn { get; init; }

    /// <summary>What is to be done.</summary>
    public IReadOnlyList<DecidedActionDocument>? Actions { get; init; }

    /// <summary>Why it is not what was proposed; only where it is not.</summary>
    public string? DepartsBecause { get; init; }

    /// <summary>Why it takes the place of an earlier one.</summary>
    public string? CorrectedBecause { get; init; }

    /// <summary>The <see cref="DecisionKind"/> that the report proposed, written; null when it proposed nothing; the app’s to say.</summary>
    public string? Proposed { get; init; }

    /// <summary>The version of the report that was read, from 1; the app’s to say.</summary>
    public int? ReportVersion { get; init; }

    /// <summary>Who decided, as trails name them; the app’s to say.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When; the app’s to say.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>An action of a decision as it is sent, stored and given back.</summary>
public sealed record DecidedActionDocument
{
    /// <summary>What to do.</summary>
    public string? Label { get; init; }

    /// <summary>Function in charge.</summary>
    public string? Owner { get; init; }

    /// <summary>Last day to do it, year-month-day.</summary>
    public string? DueOn { get; init; }

    /// <summary>An <see cref="ActionState"/>, written; <c>toDo</c> when absent.</summary>
    public string? State { get; init; }

    /// <summary>What there is to say of it; needed when it is dropped.</summary>
    public string? Note { get; init; }
}
