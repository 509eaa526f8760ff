using Evaluation.Core.French;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult;

/// <summary>What is said of the grid as a whole once it was sent.</summary>
internal static class EntryWords
{
    /// <summary>Of a submission that was kept whole.</summary>
    public static PageOutcome Kept(SubmissionCounts counts) => PageOutcome.Done(
        $"{FrenchText.Count(counts.Created + counts.Changed, "valeur est enregistrée", "valeurs sont enregistrées")}"
        + (counts.Unchanged > 0 ? $", {FrenchText.Count(counts.Unchanged, "l’était déjà", "l’étaient déjà")}" : "") + ".");

    /// <summary>After a check, which keeps nothing.</summary>
    public static PageOutcome Checked(int sent, int refused, IReadOnlyDictionary<string, EntryOutcome> outcomes) => Of(
        refused,
        $"Rien n’a été gardé, ce n’était qu’une vérification : {FrenchText.Count(sent - refused, "valeur serait gardée", "valeurs seraient gardées")}",
        outcomes);

    /// <summary>After values were taken in.</summary>
    public static PageOutcome Saved(int sent, int refused, IReadOnlyDictionary<string, EntryOutcome> outcomes) => Of(
        refused, FrenchText.Count(sent - refused, "valeur est gardée", "valeurs sont gardées"), outcomes);

    private static PageOutcome Of(int refused, string kept, IReadOnlyDictionary<string, EntryOutcome> outcomes)
    {
        var doubtful = outcomes.Values.Count(outcome => outcome.IsToLookAt) - refused;
        var text = kept
            + (refused > 0 ? $", {FrenchText.Count(refused, "est refusée", "sont refusées")} et reste{(refused > 1 ? "nt" : "")} à l’écran" : "")
            + (doubtful > 0 ? $", {FrenchText.Count(doubtful, "est à relire", "sont à relire")}" : "") + ".";
        return refused > 0 ? PageOutcome.Refused(text) : PageOutcome.Done(text);
    }
}
