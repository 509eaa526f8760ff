using System.Text.Json;
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
    private const string JsonType = "application/json";

    /// <summary>Keeps a body; the same again changes nothing, for an id says what the body holds.</summary>
    public Task KeepBodyAsync(
        Siren siren, string mutualisation, SubmissionId id, BinaryData body, string mediaType, CancellationToken cancellationToken) =>
        Blob(siren, mutualisation, id, SubmissionPart.Body).TryKeepAsync(body, mediaType, cancellationToken);

    /// <summary>A kept body; null when it is not there.</summary>
    public Task<BinaryData?> FindBodyAsync(
        Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken) =>
        Blob(siren, mutualisation, id, SubmissionPart.Body).FindContentAsync(cancellationToken);

    /// <summary>Keeps what was decided; the first decision stands, and is given back.</summary>
    /// <exception cref="DamagedSubmissionException">The first decision cannot be read.</exception>
    public async Task<JournalEntry> DecideAsync(
        Siren siren, string mutualisation, SubmissionId id, JournalEntry entry, CancellationToken cancellationToken)
    {
        var json = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Readable.JournalEntry));
        return await Blob(siren, mutualisation, id, SubmissionPart.Entry).TryKeepAsync(json, JsonType, cancellationToken)
            ? entry
            : await FindEntryAsync(siren, mutualisation, id, cancellationToken)
                ?? throw new DamagedSubmissionException(id, SubmissionPart.Entry);
    }

    /// <summary>What was decided of a submission; null when nothing was yet.</summary>
    /// <exception cref="DamagedSubmissionException">It cannot be read.</exception>
    public async Task<JournalEntry?> FindEntryAsync(
        Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken) =>
        await Blob(siren, mutualisation, id, SubmissionPart.Entry).FindContentAsync(cancellationToken) is { } json
            ? JournalEntry.Read(id, json)
            : null;

    /// <summary>Whether something was decided of a submission, readable or not.</summary>
    public async Task<bool> HasEntryAsync(Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken) =>
        await Blob(siren, mutualisation, id, SubmissionPart.Entry).ExistsAsync(cancellationToken);

    /// <summary>Keeps the answer given to a submission; the first stands, and is given back.</summary>
    public async Task<BinaryData> KeepAnswerAsync(
        Siren siren, string mutualisation, SubmissionId id, BinaryData answer, CancellationToken cancellationToken) =>
        await Blob(siren, mutualisation, id, SubmissionPart.Answer).TryKeepAsync(answer, JsonType, cancellationToken)
            ? answer
            : await FindAnswerAsync(siren, mutualisation, id, cancellationToken)
                ?? throw new DamagedSubmissionException(id, SubmissionPart.Answer);

    /// <summary>The answer given to a submission; null while it is not applied.</summary>
    public Task<BinaryData?> FindAnswerAsync(
        Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken) =>
        Blob(siren, mutualisation, id, SubmissionPart.Answer).FindContentAsync(cancellationToken);

    /// <summary>
    /// The submissions of a mutualisation of which something was decided or answered, in order of reception.
    /// </summary>
    public async Task<IReadOnlyList<SubmissionId>> ListAsync(
        Siren siren, string mutualisation, CancellationToken cancellationToken)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{siren}/{mutualisation}/" }, cancellationToken))
        {
            if (JournalName.TryParse(blob.Name, out var name) && name.Part is not SubmissionPart.Body)
            {
                ids.Add(name.Submission.Text);
            }
        }

        return [.. ids.Select(id => new SubmissionId(id))];
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
    public Task RestoreAsync(JournalName name, BinaryData content, CancellationToken cancellationToken) =>
        container.GetBlobClient(name.Text).TryKeepAsync(
            content, name.Part is SubmissionPart.Body ? "application/octet-stream" : JsonType, cancellationToken);

    /// <summary>Takes away what is kept under a name: only what is left of a community that is not there.</summary>
    public Task RemoveAsync(string name, CancellationToken cancellationToken) =>
        container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private BlobClient Blob(Siren siren, string mutualisation, SubmissionId id, SubmissionPart part) =>
        container.GetBlobClient(new JournalName(siren, mutualisation, id, part).Text);
}
