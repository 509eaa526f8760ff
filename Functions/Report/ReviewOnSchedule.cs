using Evaluation.Functions.Operate;

namespace Evaluation.Functions.Report;

/// <summary>Every day: asks for the annual reviews that are due.</summary>
internal static class ReviewOnSchedule
{
    public static void Map(WebApplication app) =>
        app.MapWatchedTimer(nameof(ReviewOnSchedule), async (services, cancellationToken) =>
        {
            var due = await services.GetRequiredService<ReviewPlan>().AskForDueAsync(cancellationToken);
            return FormattableString.Invariant($"{due.Count} reviews due");
        });
}
