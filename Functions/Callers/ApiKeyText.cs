using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Evaluation.Core.Communities;

namespace Evaluation.Functions.Callers;

/// <summary>
/// A key as its owner keeps it: <c>mut_{siren}_{key id}_{256 random bits in hexadecimal}</c>. The prefix lets scanners of
/// leaked secrets know it; the middle finds its row in one read.
/// </summary>
internal sealed record ApiKeyText(Siren Siren, string KeyId, string Secret)
{
    private const string Prefix = "mut";
    private const int IdBytes = 6;
    private const int SecretBytes = 32;

    /// <summary>SHA-256 of the whole text, in hexadecimal: all that is ever stored. 256 random bits need no salt.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToString())));

    /// <summary>A new key of a community.</summary>
    public static ApiKeyText New(Siren siren) => New(siren, Random(IdBytes));

    /// <summary>A new secret of a key.</summary>
    public static ApiKeyText New(Siren siren, string keyId) => new(siren, keyId, Random(SecretBytes));

    public static bool TryParse(string text, [NotNullWhen(true)] out ApiKeyText? key)
    {
        key = text.Split('_') is [Prefix, var siren, var id, var secret]
            && Siren.TryParse(siren, out var community)
            && IsId(id)
            && IsHex(secret, SecretBytes)
                ? new ApiKeyText(community, id, secret)
                : null;
        return key is not null;
    }

    /// <summary>Whether a text is one a key may be known by.</summary>
    public static bool IsId(string text) => IsHex(text, IdBytes);

    /// <summary>The text itself, secret included.</summary>
    public override string ToString() => $"{Prefix}_{Siren}_{KeyId}_{Secret}";

    private static string Random(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private static bool IsHex(string text, int bytes) =>
        text.Length == 2 * bytes && text.All(char.IsAsciiHexDigitLower);
}
