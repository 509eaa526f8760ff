using Azure.Core.Pipeline;
using Evaluation.Functions.Store;
using Evaluation.Functions.Tests.Collect;

namespace Evaluation.Functions.Tests.Report;

/// <summary>
/// The process dies around each write of what publishes a report of any kind, in turn: readers find a whole version or none,
/// and the same again makes what would have been without it.
/// </summary>
public sealed class PublicationCrashTests(OwnApp own) : IClassFixture<OwnApp>
{
    private const int MostWrites = 60;

    private readonly RunningApp _running = own.Running;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PublishedKinds.All), MemberType = typeof(PublishedKinds))]
    public async Task A_crash_around_any_write_shows_no_half_report_and_is_made_up_for(string kind, string period)
    {
        var (_, key) = await PublishedKinds.FilledAsync(_running.Http, kind, period);
        var stored = new StoredReports(_running.Storage, key.Siren, "", StorageNames.ReportsTable, StorageNames.NoticesTable);
        Assert.True(await SurvivesAsync(key, IntakeBench.Sound));
        var expected = await stored.HeldAsync(Cancellation);
        var files = expected.Count(held => held.Contains(" sha256 ", StringComparison.Ordinal));
        var toldByTheHour = 0;
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            var deaths = 0;
            for (var survived = false; !survived; deaths++)
            {
                Assert.True(deaths < MostWrites, "It dies for ever.");
                await stored.WipeAsync(Cancellation);
                survived = await SurvivesAsync(key, new FaultyTransport(deaths, moment));
                if (await WhatReadersFindAsync(key) is { Count: > 0 } found)
                {
                    // Published: who was not told yet is told by the next hour, without anyone publishing again.
                    Assert.Equal(files, found.Count);
                    using var hourly = new PublicationBench(_running.Storage, IntakeBench.Sound);
                    toldByTheHour += await FinishAsync(hourly, key);
                    Assert.Equal(expected, await stored.HeldAsync(Cancellation));
                }

                Assert.True(await SurvivesAsync(key, IntakeBench.Sound));
                Assert.Equal(expected, await stored.HeldAsync(Cancellation));
            }

            // Reserved, each file, shown, one notice, told; the last time nothing is left to die of.
            Assert.Equal(files + 5, deaths);
        }

        // Once shown and before it is noted as told: dead before either of the last two writes, or after either of the two before.
        Assert.Equal(4, toldByTheHour);
    }

    private async Task<bool> SurvivesAsync(ReportKey key, HttpPipelineTransport transport)
    {
        using var bench = new PublicationBench(_running.Storage, transport);
        try
        {
            await bench.PublishAsync(key, Cancellation);
            return true;
        }
        catch (ProcessDied)
        {
            return false;
        }
    }

    // What FinishAsync does of every community, of this one: others belong to other tests.
    private static async Task<int> FinishAsync(PublicationBench bench, ReportKey key)
    {
        var untold = await bench.Reports.UntoldAsync(key.Siren, Cancellation);
        foreach (var version in untold)
        {
            Assert.True(await bench.Subscriptions.TellAsync(version, Cancellation));
        }

        return untold.Count;
    }

    /// <summary>The files that are listed, each of which is there.</summary>
    private async Task<IReadOnlyList<string>> WhatReadersFindAsync(ReportKey key)
    {
        using var bench = new PublicationBench(_running.Storage, IntakeBench.Sound);
        var found = new List<string>();
        foreach (var version in await bench.Reports.ListAsync(key.Siren, null, Cancellation))
        {
            foreach (var file in version.Files)
            {
                Assert.NotNull(await bench.Reports.FindFileAsync(version, file, Cancellation));
                found.Add(version.PathOf(file));
            }
        }

        return found;
    }
}
