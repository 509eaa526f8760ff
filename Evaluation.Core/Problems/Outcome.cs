namespace Evaluation.Core.Problems;

/// <summary>Either a value or every problem that prevents it, never both.</summary>
/// <typeparam name="T">What is obtained when nothing is wrong.</typeparam>
public sealed record Outcome<T>
    where T : class
{
    private Outcome(T? value, IReadOnlyList<Refusal> problems)
    {
        Value = value;
        Problems = problems;
    }

    /// <summary>The value, or null when there are problems.</summary>
    public T? Value { get; }

    /// <summary>All the problems at once, in document order; empty when there is a value.</summary>
    public IReadOnlyList<Refusal> Problems { get; }

    internal static Outcome<T> Of(IReadOnlyList<Refusal> problems, Func<T> value) =>
        problems.Count == 0 ? new Outcome<T>(value(), []) : new Outcome<T>(null, problems);
}
