using System.Security.Cryptography;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
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
        Assert.True(await SurvivesAsync(key, IntakeBench.Sound));
        var expected = await HeldAsync(key);
        var files = expected.Count(held => held.Contains(" sha256 ", StringComparison.Ordinal));
        var toldByTheHour = 0;
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            var deaths = 0;
            for (var survived = false; !survived; deaths++)
            {
                Assert.True(deaths < MostWrites, "It dies for ever.");
                await WipeAsync(key);
                survived = await SurvivesAsync(key, new FaultyTransport(deaths, moment));
                if (await WhatReadersFindAsync(key) is { Count: > 0 } found)
                {
                    // Published: who was not told yet is told by the next hour, without anyone publishing again.
                    Assert.Equal(files, found.Count);
                    using var hourly = new PublicationBench(_running.Storage, IntakeBench.Sound);
                    toldByTheHour += await FinishAsync(hourly, key);
                    Assert.Equal(expected, await HeldAsync(key));
                }

                Assert.True(await SurvivesAsync(key, IntakeBench.Sound));
                Assert.Equal(expected, await HeldAsync(key));
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

    /// <summary>All that storage holds of it: index, notices, and each file by what is in it.</summary>
    private async Task<IReadOnlyList<string>> HeldAsync(ReportKey key)
    {
        var held = new List<string>();
        await foreach (var row in RowsAsync(key))
        {
            held.AddRange(row.Row
                .Where(p => p.Key is not ("Timestamp" or "odata.etag"))
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => FormattableString.Invariant($"{row.Table} {p.Key}={p.Value}")));
        }

        await foreach (var blob in Files.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{key.Siren}/" }, Cancellation))
        {
            var content = await Files.GetBlobClient(blob.Name).DownloadContentAsync(Cancellation);
            held.Add($"{blob.Name} sha256 {Convert.ToHexStringLower(SHA256.HashData(content.Value.Content.ToMemory().Span))}");
        }

        return held;
    }

    private async Task WipeAsync(ReportKey key)
    {
        await foreach (var (table, row) in RowsAsync(key))
        {
            await new TableService(_running.Storage).Table(table).DeleteEntityAsync(row.PartitionKey, row.RowKey, Azure.ETag.All, Cancellation);
        }

        await foreach (var blob in Files.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{key.Siren}/" }, Cancellation))
        {
            await Files.DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
        }
    }

    private BlobContainerClient Files => new(_running.Storage, StorageNames.ReportsContainer);

    private async IAsyncEnumerable<(string Table, TableEntity Row)> RowsAsync(ReportKey key)
    {
        foreach (var table in new[] { StorageNames.ReportsTable, StorageNames.NoticesTable })
        {
            await foreach (var row in new TableService(_running.Storage).Table(table).QueryAsync(
                Table.CreateQueryFilter($"PartitionKey eq {key.Siren.ToString()}"), cancellationToken: Cancellation))
            {
                yield return (table, row);
            }
        }
    }
}
