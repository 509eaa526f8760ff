namespace Evaluation.Functions.Tests.Soak;

/// <summary>What a run did, and what does not agree after it.</summary>
/// <param name="Pushes">Pushes drawn.</param>
/// <param name="Answered">Pushes answered at least once.</param>
/// <param name="Lost">Times that a push was sent and got no answer, or 503.</param>
/// <param name="Kills">Times that the process was killed.</param>
/// <param name="Faults">Requests to storage, by what went wrong.</param>
/// <param name="Submissions">Submissions applied.</param>
/// <param name="Revisions">Revisions of values that they made.</param>
/// <param name="WorkingSet">Memory of the last process that served pushes, in bytes.</param>
/// <param name="Disagreements">Empty when all is well.</param>
internal sealed record SoakResult(
    int Pushes,
    int Answered,
    int Lost,
    int Kills,
    IReadOnlyDictionary<StorageFault, int> Faults,
    int Submissions,
    int Revisions,
    long WorkingSet,
    IReadOnlyList<string> Disagreements);
