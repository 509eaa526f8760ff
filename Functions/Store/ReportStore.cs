using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Evaluation.Core.Communities;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>A file of a report.</summary>
internal sealed record ReportFile(string Name, string ContentType, BinaryData Content);

/// <summary>
/// Report versions: table <c>Reports</c> (index) and container <c>reports</c> (files). A version is reserved in the
/// index, its files written, then published by its list of files: readers never see half a report, and two builders
/// never write the same folder.
/// </summary>
internal sealed class ReportStore(Table table, BlobContainerClient container)
{
    private const string CurrentProperty = "CurrentAt";
    private const string ToldProperty = "Told";

    /// <summary>
    /// The published versions of a community and its mutualisations, or of one of these, the latest last; without the
    /// statements of members, which are many and listed by themselves.
    /// </summary>
    public async Task<IReadOnlyList<ReportVersion>> ListAsync(
        Siren siren, string? mutualisation, CancellationToken cancellationToken)
    {
        var filter = mutualisation is null
            ? Table.CreateQueryFilter(
                $"PartitionKey eq {siren.ToString()} and (RowKey lt {ReportKey.FirstMember} or RowKey ge {ReportKey.PastMembers})")
            : Table.CreateQueryFilter(
                $"PartitionKey eq {siren.ToString()} and RowKey ge {TableKey.Join(mutualisation, "")} and RowKey lt {mutualisation + "~"}");
        return [.. (await SelectAsync(filter, cancellationToken)).Where(version => version.IsPublished)];
    }

    /// <summary>The published statements of the members of a community, by member, the latest of each year last.</summary>
    public async Task<IReadOnlyList<ReportVersion>> StatementsAsync(Siren siren, CancellationToken cancellationToken) =>
    [
        .. (await SelectAsync(
            Table.CreateQueryFilter(
                $"PartitionKey eq {siren.ToString()} and RowKey ge {ReportKey.FirstMember} and RowKey lt {ReportKey.PastMembers}"),
            cancellationToken)).Where(version => version.IsPublished),
    ];

    /// <summary>Every version of every report of a community, published or reserved.</summary>
    public Task<IReadOnlyList<ReportVersion>> EveryVersionAsync(Siren siren, CancellationToken cancellationToken) =>
        SelectAsync(Table.CreateQueryFilter($"PartitionKey eq {siren.ToString()}"), cancellationToken);

    /// <summary>Every version of a report, published or reserved, in order.</summary>
    public Task<IReadOnlyList<ReportVersion>> VersionsAsync(ReportKey key, CancellationToken cancellationToken)
    {
        var from = TableKey.Join(key.Mutualisation, key.KindText, key.Period, "");
        var filter = Table.CreateQueryFilter(
            $"PartitionKey eq {key.Siren.ToString()} and RowKey ge {from} and RowKey lt {from + "~"}");
        return SelectAsync(filter, cancellationToken);
    }

    /// <summary>Reserves a version; false when someone else has it.</summary>
    public async Task<bool> TryReserveAsync(ReportVersion version, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(Entity(version), cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>
    /// Writes the files of a reserved version, then shows it to readers. Of several who finish one at once, who write the same
    /// files, one is first.
    /// </summary>
    /// <returns>The version as it is shown, and whether this is who shows it.</returns>
    public async Task<(ReportVersion Version, bool IsFirst)> PublishAsync(
        ReportVersion version, IReadOnlyList<ReportFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await Blob(version, file.Name).UploadAsync(
                file.Content,
                new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = file.ContentType } },
                cancellationToken);
        }

        var published = version with { Files = [.. files.Select(f => f.Name)] };
        var row = Entity(published);
        while (true)
        {
            var known = (await table.GetEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken)).Value;
            if (Read(known) is { IsPublished: true } shown)
            {
                return (shown, false);
            }

            try
            {
                await table.UpdateEntityAsync(row, known.ETag, TableUpdateMode.Replace, cancellationToken);
                return (published, true);
            }
            catch (RequestFailedException e) when (e.Status == 412)
            {
                // Somebody else shows it at this moment: look again.
            }
        }
    }

    /// <summary>Notes that what a version rests on was read again and is the same; the version stays as it is.</summary>
    public async Task ConfirmAsync(ReportVersion version, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = Entity(version);
        var note = new TableEntity(row.PartitionKey, row.RowKey) { [CurrentProperty] = at };
        await table.UpdateEntityAsync(note, ETag.All, TableUpdateMode.Merge, cancellationToken);
    }

    /// <summary>The published versions of a community whose subscribers were not all told, in order.</summary>
    public async Task<IReadOnlyList<ReportVersion>> UntoldAsync(Siren siren, CancellationToken cancellationToken) =>
    [
        .. (await SelectAsync(Table.CreateQueryFilter($"PartitionKey eq {siren.ToString()} and Told eq {false}"), cancellationToken))
            .Where(version => version.IsPublished),
    ];

    /// <summary>Notes that the subscribers of a version have their notices; the version stays as it is.</summary>
    public async Task TellAsync(ReportVersion version, CancellationToken cancellationToken)
    {
        var row = Entity(version);
        var note = new TableEntity(row.PartitionKey, row.RowKey) { [ToldProperty] = true };
        await table.UpdateEntityAsync(note, ETag.All, TableUpdateMode.Merge, cancellationToken);
    }

    /// <summary>A file of a version; null when it has none of that name.</summary>
    public async Task<BlobDownloadResult?> FindFileAsync(
        ReportVersion version, string name, CancellationToken cancellationToken) =>
        version.Files.Contains(name, StringComparer.Ordinal)
            ? (await Blob(version, name).DownloadContentAsync(cancellationToken)).Value
            : null;

    /// <summary>Takes a version out of the index; its files stay until others take their place.</summary>
    public Task RemoveAsync(ReportVersion version, CancellationToken cancellationToken)
    {
        var row = Entity(version);
        return table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
    }

    private async Task<IReadOnlyList<ReportVersion>> SelectAsync(string filter, CancellationToken cancellationToken)
    {
        var versions = new List<ReportVersion>();
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            versions.Add(Read(entity));
        }

        return versions;
    }

    /// <summary>What was made later from what a version holds; null when it was not made yet.</summary>
    public Task<BinaryData?> FindMadeAsync(ReportVersion version, string name, CancellationToken cancellationToken) =>
        Blob(version, name).FindContentAsync(cancellationToken);

    /// <summary>Keeps what was made from what a version holds; whoever comes first, it is the same.</summary>
    public Task KeepMadeAsync(ReportVersion version, ReportFile file, CancellationToken cancellationToken) =>
        Blob(version, file.Name).TryKeepAsync(file.Content, file.ContentType, cancellationToken);

    private BlobClient Blob(ReportVersion version, string name) => container.GetBlobClient(version.PathOf(name));

    private static TableEntity Entity(ReportVersion version) => new(
        version.Key.Siren.ToString(),
        TableKey.Join(
            version.Key.Mutualisation,
            version.Key.KindText,
            version.Key.Period,
            string.Create(CultureInfo.InvariantCulture, $"v{version.Version:D4}")))
    {
        ["Fingerprint"] = version.Fingerprint,
        ["GeneratedOn"] = version.GeneratedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["Files"] = string.Join('\n', version.Files),
        [CurrentProperty] = version.CurrentAt,
        [ToldProperty] = version.IsTold,
    };

    private static ReportVersion Read(TableEntity entity)
    {
        var key = TableKey.Split(entity.RowKey);
        return new ReportVersion(
            new ReportKey(Siren.Parse(entity.PartitionKey), key[0], ReportKey.KindOf(key[1]), key[2]),
            int.Parse(key[3].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture),
            entity.GetString("Fingerprint") ?? "",
            DateOnly.ParseExact(entity.GetString("GeneratedOn")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            (entity.GetString("Files") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            CurrentAt = entity.GetDateTimeOffset(CurrentProperty),
            IsTold = entity.GetBoolean(ToldProperty) ?? true,
        };
    }
}
