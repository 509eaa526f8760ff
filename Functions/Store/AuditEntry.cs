using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Evaluation.Functions.Store;

/// <summary>An act that was admitted, chained to the one before it.</summary>
/// <param name="Chain">SIREN of the community, or <c>_</c> for acts that concern none.</param>
/// <param name="Sequence">From 1, without gap.</param>
/// <param name="At">When it was admitted.</param>
/// <param name="Caller">By whom it was asked.</param>
/// <param name="Action">What, such as <c>PUT mutualisations/{id}</c>.</param>
/// <param name="Target">On what: an address.</param>
/// <param name="Detail">More, such as the SHA-256 of what was sent; null when there is none.</param>
/// <param name="PreviousHash">Hash of the entry before; zeros for the first.</param>
internal sealed record AuditEntry(
    string Chain,
    long Sequence,
    DateTimeOffset At,
    string Caller,
    string Action,
    string Target,
    string? Detail,
    string PreviousHash)
{
    /// <summary>What the first entry follows.</summary>
    public static readonly string Start = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>SHA-256 over every other field, each preceded by its length so that none can run into the next.</summary>
    public string Hash { get; } = HashOf(
    [
        Chain,
        Sequence.ToString(CultureInfo.InvariantCulture),
        At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        Caller,
        Action,
        Target,
        Detail ?? "",
        PreviousHash,
    ]);

    private static string HashOf(ReadOnlySpan<string> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
