namespace Evaluation.Functions.Runs;

/// <summary>Work that was asked for and goes on after its answer.</summary>
/// <param name="OperationId">Of its run.</param>
/// <param name="Address">Where it is followed.</param>
internal sealed record OperationStarted(string OperationId, string Address);
