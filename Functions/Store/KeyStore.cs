using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>API keys: table <c>Registry</c>, beside the community they belong to. Only hashes of them are there.</summary>
internal sealed class KeyStore(Table table)
{
    private const string KeyRow = "key";
    private const string Date = "yyyy-MM-dd";

    // Every conflict means that another decision went through.
    private const int MaxAttempts = 50;

    /// <summary>Adds a key; it is there when the answer to a first try was lost, too.</summary>
    public async Task AddAsync(ApiKey key, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(Entity(key), cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            if (await FindAsync(key.Siren, key.KeyId, cancellationToken) is not { } there || !there.IsPresent(key.Hash))
            {
                throw;
            }
        }
    }

    /// <summary>The keys of a community, in the order of their ids; those that ended too.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(Siren siren, CancellationToken cancellationToken)
    {
        var filter = Table.CreateQueryFilter(
            $"PartitionKey eq {siren.ToString()} and RowKey ge {TableKey.Join(KeyRow, "")} and RowKey lt {KeyRow + "~"}");
        var keys = new List<ApiKey>();
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            keys.Add(Read(entity));
        }

        return keys;
    }

    /// <summary>The key of an id; null when there is none.</summary>
    public async Task<ApiKey?> FindAsync(Siren siren, string keyId, CancellationToken cancellationToken) =>
        await FindEntityAsync(siren, keyId, cancellationToken) is { } entity ? Read(entity) : null;

    /// <summary>Changes a key as it is at that moment; null when there is none.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="keyId">Which key.</param>
    /// <param name="change">What it becomes; may be asked again.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ApiKey?> ChangeAsync(
        Siren siren, string keyId, Func<ApiKey, ApiKey> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindEntityAsync(siren, keyId, cancellationToken) is not { } entity)
            {
                return null;
            }

            var changed = change(Read(entity));
            try
            {
                await table.UpdateEntityAsync(Entity(changed), entity.ETag, TableUpdateMode.Replace, cancellationToken);
                return changed;
            }
            catch (RequestFailedException e)
                when (e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied && attempt < MaxAttempts)
            {
                // Someone else changed it in between: read again.
            }
        }
    }

    private async Task<TableEntity?> FindEntityAsync(Siren siren, string keyId, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync(
            siren.ToString(), TableKey.Join(KeyRow, keyId), cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private static TableEntity Entity(ApiKey key) => new(key.Siren.ToString(), TableKey.Join(KeyRow, key.KeyId))
    {
        ["Label"] = key.Label,
        ["Mutualisations"] = key.Mutualisations is { } some ? string.Join('\n', some) : null,
        ["Rights"] = string.Join('\n', key.Rights.Select(DomainCode.Of)),
        ["ExpiresOn"] = key.ExpiresOn?.ToString(Date, CultureInfo.InvariantCulture),
        ["Hash"] = key.Hash,
        ["Untold"] = key.IsUntold ? true : null,
        ["CreatedAt"] = key.CreatedAt,
        ["CreatedBy"] = key.CreatedBy,
        ["RotatedAt"] = key.RotatedAt,
        ["RotatedBy"] = key.RotatedBy,
        ["PreviousHash"] = key.PreviousHash,
        ["PreviousUntil"] = key.PreviousUntil,
        ["RevokedAt"] = key.RevokedAt,
        ["RevokedBy"] = key.RevokedBy,
    };

    private static ApiKey Read(TableEntity entity) => new(
        Siren.Parse(entity.PartitionKey),
        TableKey.Split(entity.RowKey)[1],
        entity.GetString("Label") ?? "",
        entity.GetString("Mutualisations")?.Split('\n'),
        [.. (entity.GetString("Rights") ?? "").Split('\n').Select(RightOf)],
        entity.GetString("ExpiresOn") is { } day ? DateOnly.ParseExact(day, Date, CultureInfo.InvariantCulture) : null,
        entity.GetString("Hash") ?? throw new InvalidDataException("A stored key has no hash."),
        entity.GetDateTimeOffset("CreatedAt") ?? default,
        entity.GetString("CreatedBy") ?? "")
    {
        IsUntold = entity.GetBoolean("Untold") ?? false,
        RotatedAt = entity.GetDateTimeOffset("RotatedAt"),
        RotatedBy = entity.GetString("RotatedBy"),
        PreviousHash = entity.GetString("PreviousHash"),
        PreviousUntil = entity.GetDateTimeOffset("PreviousUntil"),
        RevokedAt = entity.GetDateTimeOffset("RevokedAt"),
        RevokedBy = entity.GetString("RevokedBy"),
    };

    private static Right RightOf(string code) => DomainCode.TryParse<Right>(code, out var right)
        ? right
        : throw new InvalidDataException($"A stored key has a right that is none: {code}.");
}
