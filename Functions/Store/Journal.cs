using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Evaluation.Core.Communities;

namespace Evaluation.Functions.Store;

/// <summary>
/// What was received, written before the tables of values and never changed: container <c>journal</c>,
/// <c>{siren}/{mutualisation}/{yyyy}/{MM}/{dd}/{submission}</c> with <c>.body</c> for the body as it came,
/// <c>.entry.json</c> for what was decided of each row, <c>.answer.json</c> for what became of it. From the entries and
/// answers the tables can be rebuilt.
/// </summary>
internal sealed class Journal(BlobContainerClient container)
{
    private const string BodyEnding = ".body";
    private const string EntryEnding = ".entry.json";
    private const string AnswerEnding = ".answer.json";
    private const string JsonType = "application/json";

    /// <summary>Keeps a body; the same again changes nothing, for an id says what the body holds.</summary>
    public Task KeepBodyAsync(
        Siren siren, string mutualisation, SubmissionId id, BinaryData body, string mediaType, CancellationToken cancellationToken) =>
        TryKeepAsync(Blob(siren, mutualisation, id, BodyEnding), body, mediaType, cancellationToken);

    /// <summary>A kept body; null when it is not there.</summary>
    public Task<BinaryData?> FindBodyAsync(
        Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken) =>
        Blob(siren, mutualisation, id, BodyEnding).FindContentAsync(cancellationToken);

    /// <summary>Keeps what was decided; the first decision stands, and is given back.</summary>
    public async Task<JournalEntry> DecideAsync(
        Siren siren, string mutualisation, SubmissionId id, JournalEntry entry, CancellationToken cancellationToken)
    {
        var json = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Readable.JournalEntry));
        return await TryKeepAsync(Blob(siren, mutualisation, id, EntryEnding), json, JsonType, cancellationToken)
            ? entry
            : await FindEntryAsync(siren, mutualisation, id, cancellationToken)
                ?? throw new InvalidDataException($"The entry of {id.Text} is there and cannot be read.");
    }

    /// <summary>What was decided of a submission; null when nothing was yet.</summary>
    public async Task<JournalEntry?> FindEntryAsync(
        Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken) =>
        await Blob(siren, mutualisation, id, EntryEnding).FindContentAsync(cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json.ToMemory().Span, JournalJson.Readable.JournalEntry)
            : null;

    /// <summary>Keeps the answer given to a submission; the first stands, and is given back.</summary>
    public async Task<BinaryData> KeepAnswerAsync(
        Siren siren, string mutualisation, SubmissionId id, BinaryData answer, CancellationToken cancellationToken) =>
        await TryKeepAsync(Blob(siren, mutualisation, id, AnswerEnding), answer, JsonType, cancellationToken)
            ? answer
            : await FindAnswerAsync(siren, mutualisation, id, cancellationToken)
                ?? throw new InvalidDataException($"The answer of {id.Text} is there and cannot be read.");

    /// <summary>The answer given to a submission; null while it is not applied.</summary>
    public Task<BinaryData?> FindAnswerAsync(
        Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken) =>
        Blob(siren, mutualisation, id, AnswerEnding).FindContentAsync(cancellationToken);

    /// <summary>The submissions of a mutualisation of which something was decided, in order of reception.</summary>
    public async Task<IReadOnlyList<SubmissionId>> ListAsync(
        Siren siren, string mutualisation, CancellationToken cancellationToken)
    {
        var ids = new List<SubmissionId>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{siren}/{mutualisation}/" }, cancellationToken))
        {
            var name = blob.Name[(blob.Name.LastIndexOf('/') + 1)..];
            if (name.EndsWith(EntryEnding, StringComparison.Ordinal)
                && SubmissionId.TryParse(name[..^EntryEnding.Length], out var id))
            {
                ids.Add(id);
            }
        }

        return [.. ids.OrderBy(id => id.Text, StringComparer.Ordinal)];
    }

    /// <summary>Everything kept of a community, by name.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(Siren siren, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{siren}/" }, cancellationToken))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <summary>What is kept under a name; null when nothing is.</summary>
    public Task<BinaryData?> FindAsync(string name, CancellationToken cancellationToken) =>
        container.GetBlobClient(name).FindContentAsync(cancellationToken);

    /// <summary>Puts back what was kept under a name; what is there already stays.</summary>
    public Task RestoreAsync(string name, BinaryData content, CancellationToken cancellationToken) => TryKeepAsync(
        container.GetBlobClient(name),
        content,
        name.EndsWith(BodyEnding, StringComparison.Ordinal) ? "application/octet-stream" : JsonType,
        cancellationToken);

    /// <summary>Whether a name is one that a journal of a community may hold.</summary>
    public static bool IsName(Siren siren, string name) =>
        name.Split('/') is [var community, { Length: > 0 }, _, _, _, var last]
        && community == siren.ToString()
        && new[] { BodyEnding, EntryEnding, AnswerEnding }.FirstOrDefault(e => last.EndsWith(e, StringComparison.Ordinal)) is { } ending
        && SubmissionId.TryParse(last[..^ending.Length], out var id)
        && name == NameOf(community, name.Split('/')[1], id, ending);

    private static async Task<bool> TryKeepAsync(
        BlobClient blob, BinaryData content, string contentType, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await blob.UploadAsync(content, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }

    private BlobClient Blob(Siren siren, string mutualisation, SubmissionId id, string ending) =>
        container.GetBlobClient(NameOf(siren.ToString(), mutualisation, id, ending));

    private static string NameOf(string siren, string mutualisation, SubmissionId id, string ending) => string.Create(
        CultureInfo.InvariantCulture, $"{siren}/{mutualisation}/{id.ReceivedAt:yyyy/MM/dd}/{id.Text}{ending}");
}
