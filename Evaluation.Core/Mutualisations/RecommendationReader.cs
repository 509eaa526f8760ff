using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads recommendations and what became of them.</summary>
internal static class RecommendationReader
{
    public static List<Recommendation> Read(DocumentChecks checks, IReadOnlyList<RecommendationDocument?>? documents) =>
        [.. DocumentChecks.Items(documents).Select((d, index) => ReadOne(checks, d, $"/recommendations/{index}"))];

    private static Recommendation ReadOne(DocumentChecks checks, RecommendationDocument document, string pointer)
    {
        if (document.Year is < Period.MinYear or > Period.MaxYear)
        {
            checks.Add(Refusals.RecommendationYear, $"{pointer}/year");
        }

        var recommendation = new Recommendation(
            document.Year,
            checks.RequiredText(document.Text, $"{pointer}/text"),
            checks.RequiredText(document.Owner, $"{pointer}/owner", 200),
            checks.OptionalDate(document.DueOn, $"{pointer}/dueOn"),
            checks.Choice<RecommendationStatus>(document.Status, $"{pointer}/status", RecommendationStatus.Proposed),
            checks.RequiredDate(document.StatusOn, $"{pointer}/statusOn"),
            checks.OptionalText(document.Note, $"{pointer}/note"));
        if (recommendation is { Status: RecommendationStatus.Dropped, Note: null })
        {
            checks.Add(Refusals.RecommendationNote, $"{pointer}/note");
        }

        return recommendation;
    }
}
