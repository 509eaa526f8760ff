using System.Buffers.Text;
using Azure;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// The multipart answer to an entity-group transaction: one part per action, or the one part that says which action
/// failed.
/// </summary>
internal static class TableTransactionAnswer
{
    private static ReadOnlySpan<byte> StatusLine => "HTTP/1.1 "u8;

    /// <summary>The answers to the actions, in order.</summary>
    /// <exception cref="RequestFailedException">The answer is not one to that many actions.</exception>
    public static IReadOnlyList<Response> Read(Response response, int actions)
    {
        Response[] parts = [.. Parts(response.Content.ToMemory())];
        return parts.Length == actions
            ? parts
            : throw new RequestFailedException(
                response.Status, $"The service answered {parts.Length} of {actions} actions of a transaction.");
    }

    /// <summary>The answer to the action that failed; null where none did.</summary>
    public static TableTransactionPart? RefusalIn(Response response) =>
        Parts(response.Content.ToMemory()).FirstOrDefault(part => part.IsError);

    private static IEnumerable<TableTransactionPart> Parts(ReadOnlyMemory<byte> rest)
    {
        while (TryReadLine(ref rest, out var line))
        {
            if (line.Span.StartsWith(StatusLine)
                && Utf8Parser.TryParse(line.Span[StatusLine.Length..], out int status, out var digits))
            {
                var reason = line[(StatusLine.Length + digits)..];
                var headers = Until(ref rest, static line => line.IsEmpty);
                var body = Until(ref rest, static line => line.StartsWith("--"u8));
                yield return new TableTransactionPart(status, reason, headers, body);
            }
        }
    }

    // The lines before the one that ends them, which is consumed too.
    private static ReadOnlyMemory<byte> Until(ref ReadOnlyMemory<byte> rest, LineTest isEnd)
    {
        var start = rest;
        var length = 0;
        while (TryReadLine(ref rest, out var line) && !isEnd(line.Span))
        {
            length = start.Length - rest.Length;
        }

        return start[..length];
    }

    private static bool TryReadLine(ref ReadOnlyMemory<byte> rest, out ReadOnlyMemory<byte> line)
    {
        line = default;
        if (rest.IsEmpty)
        {
            return false;
        }

        var end = rest.Span.IndexOf((byte)'\n');
        line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        if (line.Span.EndsWith("\r"u8))
        {
            line = line[..^1];
        }

        return true;
    }

    private delegate bool LineTest(ReadOnlySpan<byte> line);
}
