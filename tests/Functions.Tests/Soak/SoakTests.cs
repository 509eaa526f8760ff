using Evaluation.Local;

namespace Evaluation.Functions.Tests.Soak;

/// <summary>
/// Many senders, a process that is killed, storage that fails: whatever happened, answers, journal, log, revisions and
/// values tell one story.
/// </summary>
public sealed class SoakTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_killed_at_any_moment_loses_nothing_and_doubles_nothing()
    {
        var result = await PlayAsync(new SoakPlan(105)
        {
            Clients = 4,
            Length = TimeSpan.FromSeconds(10),
            LongestLife = TimeSpan.FromSeconds(2),
        });

        Assert.True(result.Kills >= 2);
        Assert.True(result.Lost > 0);
    }

    [Fact]
    public async Task Storage_that_fails_under_a_process_that_is_killed_loses_nothing_and_doubles_nothing()
    {
        var result = await PlayAsync(new SoakPlan(106)
        {
            Clients = 6,
            Length = TimeSpan.FromSeconds(12),
            FaultsPerThousand = 60,
            LongestLife = TimeSpan.FromSeconds(5),
        });

        Assert.All(result.Faults, fault => Assert.True(fault.Value > 0, $"{fault.Key} never came."));
    }

    [Fact]
    public async Task Fifty_senders_at_once_end_in_an_order_that_the_revisions_tell()
    {
        var result = await PlayAsync(new SoakPlan(107) { Clients = 50, MostPushes = 4 });

        Assert.Equal((200, 200), (result.Pushes, result.Answered));
        Assert.Equal(200, result.Submissions);
    }

    private static async Task<SoakResult> PlayAsync(SoakPlan plan)
    {
        await using var storage = await Azurite.StartAsync(null, Cancellation);
        var result = await SoakRun.PlayAsync(plan, storage.ConnectionString, Cancellation);
        Assert.True(result.Disagreements.Count == 0, string.Join('\n', result.Disagreements.Take(20)));
        Assert.True(result.Submissions > 0);
        Assert.True(result.Revisions > 0);
        return result;
    }
}
