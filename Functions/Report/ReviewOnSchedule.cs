using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Report;

/// <summary>Every day: asks for the annual reviews that are due.</summary>
internal static class ReviewOnSchedule
{
    public static void Map(WebApplication app) =>
        app.MapTimer(nameof(ReviewOnSchedule), async (_, services, cancellationToken) =>
        {
            var due = await services.GetRequiredService<ReviewPlan>().AskForDueAsync(cancellationToken);
            return FormattableString.Invariant($"{due.Count} reviews due");
        });
}
