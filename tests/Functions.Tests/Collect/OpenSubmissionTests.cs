using Evaluation.Core.Communities;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>What is open is what a crash may have left half done: no more, no less.</summary>
public sealed class OpenSubmissionTests(RunningApp running)
{
    private static readonly SubmissionId Id = new("20260616T060000123-1f2e3d4c5b6a");
    private static readonly SubmissionCounts Counts = new(1, 1, 0, 0, 0, 0, 0, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_submission_is_open_from_its_reception_to_its_end()
    {
        var (log, received) = await GivenAsync();

        Assert.True(await log.TryAddAsync(received, "request", Cancellation));
        Assert.Equal(received, Assert.Single(await OpenAsync(log, received, Id.ReceivedAt.AddMilliseconds(1))));
        Assert.Empty(await OpenAsync(log, received, Id.ReceivedAt));

        await log.CloseAsync(Applied(received), [2025], Id.ReceivedAt, Cancellation);
        Assert.Empty(await OpenAsync(log, received, DateTimeOffset.MaxValue));
        Assert.Equal(Applied(received), Assert.Single(await log.LatestAsync(received.Siren, "ads", 10, Cancellation)));
        Assert.Equal([KeyValuePair.Create(2025, Id.ReceivedAt)], await log.ChangedAsync(received.Siren, "ads", Cancellation));
    }

    [Fact]
    public async Task Closing_twice_is_the_same_as_once()
    {
        var (log, received) = await GivenAsync();
        await log.TryAddAsync(received, "request", Cancellation);

        await log.CloseAsync(Applied(received), [2025], Id.ReceivedAt, Cancellation);
        await log.CloseAsync(Applied(received), [2025], Id.ReceivedAt, Cancellation);

        Assert.Equal(Applied(received), await log.FindAsync(received.Siren, "ads", Id, Cancellation));
    }

    [Fact]
    public async Task Another_request_that_comes_second_with_the_same_id_opens_nothing()
    {
        var (log, received) = await GivenAsync();
        await log.TryAddAsync(received, "one", Cancellation);
        await log.CloseAsync(Applied(received), [2025], Id.ReceivedAt, Cancellation);

        Assert.False(await log.TryAddAsync(received, "other", Cancellation));
        Assert.Empty(await OpenAsync(log, received, DateTimeOffset.MaxValue));
    }

    private async Task<(SubmissionLog Log, LoggedSubmission Received)> GivenAsync()
    {
        var service = await DeclareAsync(running.Http);
        var log = new SubmissionLog(new TableService(running.Storage).Table(StorageNames.SubmissionsTable));
        var terms = new SubmissionTerms(
            "oxalis", null, "test", "application/json", null, null, WriteStrategy.Upsert, SubmissionMode.Partial);
        return (log, new LoggedSubmission(
            Siren.Parse(service.Siren), "ads", Id, terms, new string('a', 64), SubmissionState.Received, null));
    }

    private static LoggedSubmission Applied(LoggedSubmission received) =>
        received with { State = SubmissionState.Applied, Counts = Counts };

    private static Task<IReadOnlyList<LoggedSubmission>> OpenAsync(
        SubmissionLog log, LoggedSubmission received, DateTimeOffset before) =>
        log.UnfinishedAsync(received.Siren, "ads", before, Cancellation);
}
