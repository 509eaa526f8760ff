using System.Buffers;
using System.Globalization;
using System.Text;
using Azure;

namespace Evaluation.Functions.Store.Tables;

/// <summary>The multipart body of an entity-group transaction.</summary>
internal static class TableTransactionBody
{
    public const string ContentType = "multipart/mixed; boundary=batch_" + Boundary;

    private const int MaxActions = 100;
    private const int MaxBytes = 4 * 1024 * 1024;

    // Any fixed text holds: the JSON between the boundaries is one line that starts with a brace.
    private const string Boundary = "a1e9d677-b28b-435e-a89e-87e6a768a431";
    private const string Opening =
        "--batch_" + Boundary + "\r\nContent-Type: multipart/mixed; boundary=changeset_" + Boundary + "\r\n\r\n";
    private const string PartOpening =
        "--changeset_" + Boundary + "\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";
    private const string Closing = "--changeset_" + Boundary + "--\r\n--batch_" + Boundary + "--\r\n";

    /// <exception cref="ArgumentException">The service would refuse such a transaction.</exception>
    public static void RequireValid(ReadOnlySpan<TableTransactionAction> actions)
    {
        if (actions.Length is 0 or > MaxActions)
        {
            throw new ArgumentException(
                $"A transaction has 1 to {MaxActions} actions, not {actions.Length}.", nameof(actions));
        }

        var partition = actions[0].Entity.PartitionKey;
        var rows = new HashSet<string>(actions.Length, StringComparer.Ordinal);
        foreach (var action in actions)
        {
            if (action.Entity.PartitionKey != partition)
            {
                throw new ArgumentException("A transaction stays within one partition.", nameof(actions));
            }

            // The service answers 400 and the emulator 409, after having gone through the rest.
            if (!rows.Add(action.Entity.RowKey))
            {
                throw new ArgumentException($"Row {action.Entity.RowKey} is there twice.", nameof(actions));
            }
        }
    }

    /// <exception cref="ArgumentException">The body is larger than the service takes.</exception>
    public static ReadOnlyMemory<byte> Write(TableRequests requests, ReadOnlySpan<TableTransactionAction> actions)
    {
        // Not pooled: a try given up on may still be reading it while the next one is sent.
        var body = new ArrayBufferWriter<byte>(1024 * (actions.Length + 1));
        using var entities = new TableEntityWriter();
        Append(body, Opening);
        foreach (var action in actions)
        {
            WritePart(body, requests, action, entities);
        }

        Append(body, Closing);
        return body.WrittenCount <= MaxBytes
            ? body.WrittenMemory
            : throw new ArgumentException("A transaction holds at most 4 MiB.", nameof(actions));
    }

    private static void WritePart(
        ArrayBufferWriter<byte> body, TableRequests requests, TableTransactionAction action, TableEntityWriter entities)
    {
        var type = action.ActionType;
        var entity = action.Entity;
        var path = type == TableTransactionActionType.Add
            ? requests.InsertPath
            : requests.EntityPath(entity.PartitionKey, entity.RowKey);
        Append(body, PartOpening);
        Append(body, MethodOf(type));
        Append(body, requests.Address(path));
        Append(body, " HTTP/1.1\r\nDataServiceVersion: 3.0\r\nAccept: application/json;odata=minimalmetadata\r\n");
        if (type is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace
            or TableTransactionActionType.Delete)
        {
            Append(body, "If-Match: ");
            Append(body, (action.ETag == default ? ETag.All : action.ETag).ToString("H"));
            Append(body, "\r\n");
        }

        if (type == TableTransactionActionType.Delete)
        {
            Append(body, "\r\n");
            return;
        }

        var json = entities.Write(entity).Span;
        Append(body, "Prefer: return-no-content\r\nContent-Type: application/json\r\nContent-Length: ");
        Append(body, json.Length.ToString(CultureInfo.InvariantCulture));
        Append(body, "\r\n\r\n");
        body.Write(json);
        Append(body, "\r\n");
    }

    private static string MethodOf(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST ",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH ",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT ",
        TableTransactionActionType.Delete => "DELETE ",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such action."),
    };

    private static void Append(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
