using System.Globalization;
using System.Text.Json;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>Cost lines: table <c>Costs</c>, one partition per mutualisation, one document per year.</summary>
internal sealed class CostStore(VersionedDocuments documents)
{
    /// <summary>The costs of a year; null when none is known.</summary>
    public async Task<Registered<CostYear>?> FindAsync(
        Siren siren, string mutualisation, int year, CancellationToken cancellationToken) =>
        await documents.FindAsync(Partition(siren, mutualisation), Row(year), cancellationToken) is { } document
            ? Read(document)
            : null;

    /// <summary>The costs of every known year, in order.</summary>
    public async Task<IReadOnlyList<CostYear>> ListAsync(
        Siren siren, string mutualisation, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(siren, mutualisation)}");
        var years = new List<CostYear>();
        await foreach (var document in documents.ListAsync(filter, cancellationToken))
        {
            years.Add(Read(document).Value);
        }

        return years;
    }

    /// <summary>Puts costs that were read without problem.</summary>
    public Task<(StoredDocument Document, bool Changed)> PutAsync(
        Siren siren, string mutualisation, int year, CostDocument document, string? ifMatch, CancellationToken cancellationToken) =>
        documents.PutAsync(
            Partition(siren, mutualisation),
            Row(year),
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(document, StoreJson.Documents.CostDocument)),
            ifMatch,
            cancellationToken);

    private static string Partition(Siren siren, string mutualisation) => TableKey.Join(siren.ToString(), mutualisation);

    private static string Row(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private static Registered<CostYear> Read(StoredDocument document)
    {
        var year = int.Parse(document.RowKey, NumberStyles.None, CultureInfo.InvariantCulture);
        var written = JsonSerializer.Deserialize(document.Json, StoreJson.Documents.CostDocument)
            ?? throw new InvalidDataException("A cost document is empty.");
        var costs = CostReader.Read(year, written).Value
            ?? throw new InvalidDataException("A stored cost document breaks a rule.");
        return new Registered<CostYear>(costs, document);
    }
}
