using System.Globalization;
using Azure.Data.Tables;
using Evaluation.Core.Communities;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>How entries and heads of chains are written in table <c>Audit</c>.</summary>
internal static class AuditRows
{
    public const string Head = "head";
    private const string Entry = "entry";
    private const string NoCommunity = "_";

    /// <summary>After every entry of a chain.</summary>
    public const string End = Entry + "~";

    public static string ChainOf(Siren? siren) => siren?.ToString() ?? NoCommunity;

    public static string RowOf(long sequence) =>
        TableKey.Join(Entry, sequence.ToString("D12", CultureInfo.InvariantCulture));

    public static AuditHead HeadOf(TableEntity? entity) => entity is null
        ? new AuditHead(0, AuditEntry.Start)
        : new AuditHead(entity.GetInt64("Sequence") ?? 0, entity.GetString("Hash") ?? "");

    public static TableEntity OfHead(AuditEntry entry) => new(entry.Chain, Head)
    {
        ["Sequence"] = entry.Sequence,
        ["Hash"] = entry.Hash,
    };

    public static TableEntity Of(AuditEntry entry) => new(entry.Chain, RowOf(entry.Sequence))
    {
        ["Sequence"] = entry.Sequence,
        ["At"] = entry.At,
        ["Caller"] = entry.Caller,
        ["Action"] = entry.Action,
        ["Target"] = entry.Target,
        ["Detail"] = entry.Detail,
        ["PreviousHash"] = entry.PreviousHash,
        ["Hash"] = entry.Hash,
    };

    public static StoredAuditEntry Read(TableEntity entity) => new(
        new AuditEntry(
            entity.PartitionKey,
            entity.GetInt64("Sequence") ?? 0,
            entity.GetDateTimeOffset("At") ?? default,
            entity.GetString("Caller") ?? "",
            entity.GetString("Action") ?? "",
            entity.GetString("Target") ?? "",
            entity.GetString("Detail"),
            entity.GetString("PreviousHash") ?? ""),
        entity.GetString("Hash") ?? "");
}
