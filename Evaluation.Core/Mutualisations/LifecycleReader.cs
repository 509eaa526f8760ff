using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads the life of a mutualisation and checks its transitions (docs/spec/mutualisations.md).</summary>
internal static class LifecycleReader
{
    public static Lifecycle? Read(DocumentChecks checks, IReadOnlyList<LifecycleStepDocument?>? documents)
    {
        if (documents is null or [])
        {
            return null;
        }

        var steps = new List<LifecycleStep>();
        foreach (var (written, index) in DocumentChecks.Items(documents).Select((d, i) => (d, i)))
        {
            var pointer = $"/lifecycle/{index}";
            var isKnown = DomainCode.TryParse<LifecycleStatus>(written.Status, out _);
            var step = new LifecycleStep(
                checks.Choice<LifecycleStatus>(written.Status, $"{pointer}/status"),
                checks.RequiredDate(written.On, $"{pointer}/on"),
                checks.OptionalText(written.Act, $"{pointer}/act", 200),
                checks.OptionalText(written.Reason, $"{pointer}/reason"));
            if (isKnown)
            {
                Check(checks, steps is [.., var before] ? before : null, step, pointer);
                steps.Add(step);
            }
        }

        return new Lifecycle(steps);
    }

    /// <summary>A service that shares a cost and prepares its end has said in its convention who takes back what.</summary>
    public static void RequireReversibility(
        DocumentChecks checks, Lifecycle? lifecycle, LegalForm legalForm, IReadOnlyList<Convention> conventions)
    {
        var end = lifecycle?.Steps.FirstOrDefault(s => s.Status == LifecycleStatus.Terminating);
        if (end is not null && legalForm.SharesCosts() && ConventionTimeline.On(conventions, end.On)?.Reversibility is null)
        {
            checks.Add(Refusals.LifecycleReversibility, "/convention/reversibility");
        }
    }

    private static void Check(DocumentChecks checks, LifecycleStep? before, LifecycleStep step, string pointer)
    {
        if (before is not null && step.On != default && step.On < before.On)
        {
            checks.Add(Refusals.LifecycleOrder, $"{pointer}/on");
        }

        if (before is not null && !step.Status.MayFollow(before.Status))
        {
            checks.Add(Refusals.LifecycleTransition, $"{pointer}/status", step.Status.Label(), before.Status.Label());
        }
        else if (step.Reason is null && NeedsReason(before, step.Status))
        {
            checks.Add(Refusals.LifecycleReason, $"{pointer}/reason");
        }
    }

    private static bool NeedsReason(LifecycleStep? before, LifecycleStatus status) =>
        status is LifecycleStatus.Abandoned or LifecycleStatus.Terminating
        || (status == LifecycleStatus.Terminated && before is null)
        || (before is not null && status.Skips(before.Status));
}
