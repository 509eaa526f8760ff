using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Evaluation.Core.Communities;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Callers;

/// <summary>A key of an application, without its secret.</summary>
/// <param name="Siren">Community it belongs to.</param>
/// <param name="KeyId">Which.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Mutualisations">Services it opens; null: all those of the community.</param>
/// <param name="Rights">What it lets do there.</param>
/// <param name="ExpiresOn">Last day of use, in Europe/Paris; null: none.</param>
/// <param name="Hash">Of its present text.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">By whom.</param>
internal sealed record ApiKey(
    Siren Siren,
    string KeyId,
    string Label,
    IReadOnlyList<string>? Mutualisations,
    IReadOnlyList<Right> Rights,
    DateOnly? ExpiresOn,
    string Hash,
    DateTimeOffset CreatedAt,
    string CreatedBy)
{
    public const string Active = "active";

    /// <summary>What a key may be given.</summary>
    public static readonly IReadOnlyList<Right> Givable = [Right.Push, Right.Read];

    /// <summary>
    /// Whether its present text may have reached nobody: it is not known that the answer which held it was given.
    /// </summary>
    public bool IsUntold { get; init; }

    public DateTimeOffset? RotatedAt { get; init; }

    public string? RotatedBy { get; init; }

    /// <summary>Hash of the text before the last rotation.</summary>
    public string? PreviousHash { get; init; }

    /// <summary>Until when that text is still taken.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public string? RevokedBy { get; init; }

    /// <summary>The application, as it calls.</summary>
    public Caller Caller => new($"key:{KeyId}")
    {
        Grants =
        [
            new Grant(Rights.SelectMany(With).ToFrozenSet()) { Community = Siren, Services = Mutualisations },
        ],
    };

    public string StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? "revoked" : ParisTime.DateOf(now) > ExpiresOn ? "expired" : Active;

    /// <summary>Whether a text opens at an instant what this key opens.</summary>
    public bool IsOpenedBy(string hash, DateTimeOffset now) =>
        StateAt(now) == Active
        && (AreEqual(hash, Hash) || (PreviousHash is { } previous && now < PreviousUntil && AreEqual(hash, previous)));

    /// <summary>Whether another was asked for in the same words.</summary>
    public bool IsAskedForLike(ApiKey other) =>
        Label == other.Label
        && ExpiresOn == other.ExpiresOn
        && Rights.SequenceEqual(other.Rights)
        && (Mutualisations is null) == (other.Mutualisations is null)
        && (Mutualisations ?? []).ToHashSet(StringComparer.Ordinal).SetEquals(other.Mutualisations ?? []);

    /// <summary>Whether a text is the present one.</summary>
    public bool IsPresent(string hash) => AreEqual(hash, Hash);

    /// <summary>The key with a new text, which nobody was told yet. A text that nobody was told is not kept beside it.</summary>
    public ApiKey Rotate(string hash, DateTimeOffset now, TimeSpan overlap, string by) => this with
    {
        Hash = hash,
        IsUntold = true,
        PreviousHash = IsUntold ? PreviousHash : Hash,
        PreviousUntil = IsUntold && PreviousHash is null ? null : now + overlap,
        RotatedAt = now,
        RotatedBy = by,
    };

    private static IEnumerable<Right> With(Right right) => right == Right.Read
        ? [Right.Known, Right.ReadPublished, Right.ReadMember, Right.Read]
        : [Right.Known, right];

    private static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
