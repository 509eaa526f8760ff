using Evaluation.StandIn.Protocol;

namespace Evaluation.StandIn.LocalTriggers;

/// <summary>Runs a function with what its trigger brings; an end is asked of it by <paramref name="stopping"/>.</summary>
/// <param name="function">Its name.</param>
/// <param name="input">What the trigger brings.</param>
/// <param name="stopping">Asks the function to end.</param>
internal delegate Task<InvocationOutcome> TriggerCall(string function, TypedData input, CancellationToken stopping);
