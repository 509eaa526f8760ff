namespace Evaluation.Functions.Http;

/// <summary>How much an address takes, where it is more than a document: its body may be spooled to a file.</summary>
/// <param name="Bytes">At most, once decompressed.</param>
internal sealed record BodyLimit(int Bytes);

/// <summary>Reads what someone else sends, never more than a limit.</summary>
internal static class BoundedBody
{
    private const int ChunkBytes = 81_920;

    /// <summary>The whole stream; null as soon as it exceeds the limit.</summary>
    public static async Task<BinaryData?> TryReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        return await TryCopyAsync(stream, kept, maxBytes, cancellationToken)
            ? BinaryData.FromBytes(kept.GetBuffer().AsMemory(0, (int)kept.Length))
            : null;
    }

    /// <summary>Copies the whole stream; false as soon as it exceeds the limit.</summary>
    public static async Task<bool> TryCopyAsync(Stream stream, Stream to, int maxBytes, CancellationToken cancellationToken)
    {
        var chunk = new byte[ChunkBytes];
        var left = maxBytes;
        for (int read; (read = await stream.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (read > left)
            {
                return false;
            }

            left -= read;
            await to.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        return true;
    }
}
