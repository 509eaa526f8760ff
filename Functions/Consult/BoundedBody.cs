namespace Evaluation.Functions.Consult;

/// <summary>Reads what someone else sends, never more than a limit.</summary>
internal static class BoundedBody
{
    private const int ChunkBytes = 81_920;

    /// <summary>The whole stream; null as soon as it exceeds the limit.</summary>
    public static async Task<BinaryData?> TryReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        for (int read; (read = await stream.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (kept.Length + read > maxBytes)
            {
                return null;
            }

            await kept.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        return BinaryData.FromBytes(kept.GetBuffer().AsMemory(0, (int)kept.Length));
    }
}
