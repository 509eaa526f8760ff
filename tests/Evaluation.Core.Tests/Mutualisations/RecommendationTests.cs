using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class RecommendationTests
{
    [Theory]
    [InlineData(RecommendationStatus.Proposed, "proposée", false)]
    [InlineData(RecommendationStatus.Decided, "décidée", false)]
    [InlineData(RecommendationStatus.InProgress, "en cours", false)]
    [InlineData(RecommendationStatus.CarriedOut, "réalisée", true)]
    [InlineData(RecommendationStatus.Dropped, "abandonnée", true)]
    public void What_is_done_or_dropped_is_never_late(RecommendationStatus status, string label, bool isClosed)
    {
        var recommendation = Of(status, Exact.Day("2025-06-30"));

        Assert.Equal((label, isClosed), (status.Label(), recommendation.IsClosed));
        Assert.Equal(!isClosed, recommendation.IsLateOn(Exact.Day("2025-07-01")));
        Assert.False(recommendation.IsLateOn(Exact.Day("2025-06-30")));
    }

    [Fact]
    public void Without_a_last_day_nothing_is_late() =>
        Assert.False(Of(RecommendationStatus.Decided, null).IsLateOn(DateOnly.MaxValue));

    private static Recommendation Of(RecommendationStatus status, DateOnly? dueOn) =>
        new(2024, "Former les agents.", "direction", dueOn, status, Exact.Day("2025-01-01"), null);
}
