using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Operate.Rebuild;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>
/// The intake of one service on real storage, through transports that may fail and at instants that tests choose: the
/// same steps at the same instants give the same bytes for another service.
/// </summary>
internal sealed class IntakeBench(string storage, GivenService service)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>When tables are made again.</summary>
    public static readonly DateTimeOffset RebuiltAt = Start.AddDays(2);

    public static HttpPipelineTransport Sound => new HttpClientTransport();

    public Community Community { get; } = CommunityReader.Read(
        service.Siren,
        JsonSerializer.Deserialize(GivenService.CommunityDocument, StoreJson.Documents.CommunityDocument)!).Value!;

    public Mutualisation Mutualisation => MutualisationReader.Read(
        "ads",
        JsonSerializer.Deserialize(GivenService.MutualisationDocument(), StoreJson.Documents.MutualisationDocument)!,
        Community,
        Catalogue.Standard).Value!;

    public SubmissionLog Log => LogOn(Sound);

    public async Task<SubmissionAnswer> SubmitAsync(
        HttpPipelineTransport transport, int minute, SubmissionRequest request, CancellationToken cancellationToken) =>
        (await Intake(transport, Start.AddMinutes(minute)).SubmitAsync(Community, Mutualisation, request, cancellationToken)).Answer;

    public static SubmissionRequest Request(params string[] rows) =>
        new(ReceivedBody.Json(BinaryData.FromString(GivenService.Body(rows))), "test", "request");

    /// <summary>Finishes what is left, as ReconcileOnSchedule does; says how much there was.</summary>
    public async Task<int> ReconcileAsync(HttpPipelineTransport transport, CancellationToken cancellationToken)
    {
        var left = await Log.UnfinishedAsync(Community.Siren, Mutualisation.Id, DateTimeOffset.MaxValue, cancellationToken);
        foreach (var submission in left)
        {
            await Intake(transport, Start.AddDays(1)).ResumeAsync(Community, Mutualisation, submission, cancellationToken);
        }

        return left.Count;
    }

    public Task<RebuildResult> RebuildAsync(HttpPipelineTransport transport, CancellationToken cancellationToken) =>
        Rebuild(transport).RebuildAsync(Community, Mutualisation, cancellationToken);

    public TableRebuild Rebuild(HttpPipelineTransport transport) => new(
        JournalOn(transport),
        LogOn(transport),
        Intake(transport, RebuiltAt),
        new ValueStore(Tables(transport).Table(StorageNames.ValuesTable)),
        new StoppedClock(RebuiltAt));

    /// <summary>
    /// Everything the tables hold of the service, one line a property, by key; the SIREN of the community reads <c>#</c>,
    /// so that services can be compared.
    /// </summary>
    public async Task<string> DumpAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var table in new[] { StorageNames.ValuesTable, StorageNames.SubmissionsTable })
        {
            await foreach (var row in OfServiceAsync(table, cancellationToken))
            {
                // When values last changed is of this account: the journal does not tell it.
                if (row.RowKey.StartsWith("years|", StringComparison.Ordinal))
                {
                    continue;
                }

                lines.AddRange(row
                    .Where(p => p.Key is not ("Timestamp" or "odata.etag" or "PartitionKey" or "RowKey") && p.Value is not null)
                    .OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => FormattableString.Invariant($"{table} {row.PartitionKey} {row.RowKey} {p.Key}={p.Value}")));
            }
        }

        return string.Join('\n', lines).Replace(service.Siren, "#", StringComparison.Ordinal);
    }

    /// <summary>Loses both tables of the service.</summary>
    public async Task WipeAsync(CancellationToken cancellationToken)
    {
        foreach (var table in new[] { StorageNames.ValuesTable, StorageNames.SubmissionsTable })
        {
            await foreach (var row in OfServiceAsync(table, cancellationToken))
            {
                await Tables(Sound).Table(table).DeleteEntityAsync(
                    row.PartitionKey, row.RowKey, Azure.ETag.All, cancellationToken);
            }
        }
    }

    /// <summary>Spoils or loses a part of the submission of a rank in the journal; says which it is.</summary>
    public async Task<SubmissionId> DamageAsync(
        int rank, SubmissionPart part, string? content, CancellationToken cancellationToken)
    {
        var id = (await JournalOn(Sound).ListAsync(Community.Siren, "ads", cancellationToken))[rank];
        var blob = new BlobServiceClient(storage).GetBlobContainerClient(StorageNames.JournalContainer)
            .GetBlobClient(new JournalName(Community.Siren, "ads", id, part).Text);
        if (content is null)
        {
            await blob.DeleteAsync(cancellationToken: cancellationToken);
        }
        else
        {
            await blob.UploadAsync(BinaryData.FromString(content), overwrite: true, cancellationToken);
        }

        return id;
    }

    /// <summary>The table of values, for tests that spoil it.</summary>
    public Table Values => Tables(Sound).Table(StorageNames.ValuesTable);

    private Azure.AsyncPageable<TableEntity> OfServiceAsync(string table, CancellationToken cancellationToken)
    {
        var (from, to) = (service.Siren + "|", service.Siren + "}");
        return Tables(Sound).Table(table).QueryAsync(
            Table.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}"), cancellationToken: cancellationToken);
    }

    private SubmissionIntake Intake(HttpPipelineTransport transport, DateTimeOffset now)
    {
        var tables = Tables(transport);
        var values = new ValueStore(tables.Table(StorageNames.ValuesTable));
        var writer = new ValueWriter(values);
        return new SubmissionIntake(
            JournalOn(transport),
            new SubmissionLog(tables.Table(StorageNames.SubmissionsTable)),
            new IdempotencyKeys(tables.Table(StorageNames.SubmissionsTable)),
            new SubmissionDecision(values, new ClosingStore(new VersionedDocuments(
                tables.Table(StorageNames.RegistryTable),
                new BlobServiceClient(storage).GetBlobContainerClient(StorageNames.HistoryContainer),
                new StoppedClock(now)))),
            writer,
            new StoppedClock(now),
            NullLogger<SubmissionIntake>.Instance);
    }

    public Journal JournalOn(HttpPipelineTransport transport) => new(new BlobServiceClient(
        storage, new BlobClientOptions { Transport = transport, Retry = { MaxRetries = 0 } })
        .GetBlobContainerClient(StorageNames.JournalContainer));

    public SubmissionLog LogOn(HttpPipelineTransport transport) =>
        new(Tables(transport).Table(StorageNames.SubmissionsTable));

    private TableService Tables(HttpPipelineTransport transport) => new(
        storage, new TableClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
