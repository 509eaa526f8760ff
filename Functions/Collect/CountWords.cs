using Evaluation.Core.French;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>What became of the rows of a submission, in one French sentence.</summary>
internal static class CountWords
{
    public static string Of(SubmissionCounts counts)
    {
        var outcomes = new List<string>
        {
            FrenchText.Count(counts.Created, "créée", "créées"),
            FrenchText.Count(counts.Changed, "modifiée", "modifiées"),
            FrenchText.Count(counts.Unchanged, "inchangée", "inchangées"),
        };
        if (counts.Superseded > 0)
        {
            outcomes.Add(FrenchText.Count(counts.Superseded, "dépassée par un envoi plus récent", "dépassées par un envoi plus récent"));
        }

        if (counts.Deleted > 0)
        {
            outcomes.Add(FrenchText.Count(counts.Deleted, "retirée", "retirées"));
        }

        outcomes.Add(FrenchText.Count(counts.Rejected, "refusée", "refusées"));
        var notSent = counts.NotSent is { } empty
            ? $" {FrenchText.Count(empty, "ligne laissée vide n’est pas transmise", "lignes laissées vides ne sont pas transmises")}."
            : "";
        return Typography.Fix(
            $"{FrenchText.Count(counts.Received, "ligne reçue", "lignes reçues")} : {string.Join(", ", outcomes)}.{notSent}");
    }
}
