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
            checks.Add(
                "lifecycle.reversibility",
                "/convention/reversibility",
                "Ce service prépare son arrêt : donnez les conditions de réversibilité (agents, biens, contrats) de sa convention.");
        }
    }

    private static void Check(DocumentChecks checks, LifecycleStep? before, LifecycleStep step, string pointer)
    {
        if (before is not null && step.On != default && step.On < before.On)
        {
            checks.Add("lifecycle.order", $"{pointer}/on", "Cette étape précède celle qui est écrite avant elle : rangez les étapes par date.");
        }

        if (before is not null && !step.Status.MayFollow(before.Status))
        {
            checks.Add(
                "lifecycle.transition",
                $"{pointer}/status",
                $"« {step.Status.Label()} » ne peut pas suivre « {before.Status.Label()} » : corrigez l’étape ou ajoutez celles qui manquent.");
        }
        else if (step.Reason is null && NeedsReason(before, step.Status))
        {
            checks.Add(
                "lifecycle.reason",
                $"{pointer}/reason",
                "Un arrêt, un abandon ou une étape sautée se motive : donnez-en la raison en une phrase.");
        }
    }

    private static bool NeedsReason(LifecycleStep? before, LifecycleStatus status) =>
        status is LifecycleStatus.Abandoned or LifecycleStatus.Terminating
        || (status == LifecycleStatus.Terminated && before is null)
        || (before is not null && status.Skips(before.Status));
}
