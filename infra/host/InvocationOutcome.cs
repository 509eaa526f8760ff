using Evaluation.StandIn.Protocol;

namespace Evaluation.StandIn;

/// <summary>How the run of a function ended.</summary>
public enum InvocationEnd
{
    /// <summary>It did its work.</summary>
    Succeeded,

    /// <summary>It threw, or its worker died.</summary>
    Failed,

    /// <summary>It ended because it was asked to.</summary>
    Cancelled,
}

/// <summary>What became of the run of a function.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Error">What it threw; null when it did its work.</param>
public sealed record InvocationOutcome(InvocationEnd End, string? Error)
{
    /// <summary>Whether it did its work.</summary>
    public bool Succeeded => End == InvocationEnd.Succeeded;

    internal static InvocationOutcome Of(StatusResult result) => result.Status switch
    {
        StatusResult.Types.Status.Success => new InvocationOutcome(InvocationEnd.Succeeded, Error: null),
        StatusResult.Types.Status.Cancelled => new InvocationOutcome(InvocationEnd.Cancelled, result.Exception?.Message),
        _ => new InvocationOutcome(InvocationEnd.Failed, result.Exception?.Message),
    };
}
