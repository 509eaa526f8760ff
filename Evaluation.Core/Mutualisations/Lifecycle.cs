namespace Evaluation.Core.Mutualisations;

/// <summary>A change of status.</summary>
/// <param name="Status">The new one.</param>
/// <param name="On">First day of it.</param>
/// <param name="Act">Reference of the act that decided it; null when none is recorded.</param>
/// <param name="Reason">Why; always there for an abandonment, an end, or steps passed over.</param>
public sealed record LifecycleStep(LifecycleStatus Status, DateOnly On, string? Act, string? Reason);

/// <summary>The recorded life of a mutualisation.</summary>
/// <param name="Steps">In order of date; the first may be any status, for services older than their record.</param>
public sealed record Lifecycle(IReadOnlyList<LifecycleStep> Steps)
{
    /// <summary>First day on which the service is over or given up; null while it is neither.</summary>
    public DateOnly? EndedOn => Steps is [.., { } last] && last.Status.IsFinal() ? last.On : null;

    /// <summary>The status on a day; null before the first step. Of two steps of one day the later one counts.</summary>
    public LifecycleStatus? StatusOn(DateOnly day) => Steps.LastOrDefault(s => s.On <= day)?.Status;
}
