using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Functions.Store;

/// <summary>What is known of a source: how its last pulls went and what its feed held.</summary>
/// <param name="Declaration">What it was declared as, see <see cref="DeclarationOf"/>.</param>
/// <param name="DeclaredAt">Since when it is declared so: nothing that fell due before is asked for.</param>
public sealed record SourceState(string Declaration, DateTimeOffset DeclaredAt)
{
    /// <summary>When it was last pulled; null when never.</summary>
    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>When a pull last succeeded, with or without news; null when never.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>What the last success brought, in French; null when there was none.</summary>
    public string? LastOutcome { get; init; }

    /// <summary>Why the last pull failed, in French; null when it succeeded.</summary>
    public string? LastError { get; init; }

    /// <summary>Pulls that failed since the last success.</summary>
    public int Failures { get; init; }

    /// <summary>Not pulled again by the calendar before this; null when its next due time decides.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether so many pulls failed that the source is only tried from time to time.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>What the feed held when all of it was last taken in; null when that is not known.</summary>
    public FeedMark? Mark { get; init; }

    /// <summary>A source that was never pulled.</summary>
    public static SourceState New(FeedSource source, DateTimeOffset now) => new(DeclarationOf(source), now);

    /// <summary>What a source is declared as, in 64 digits: whatever is changed in it makes another.</summary>
    public static string DeclarationOf(FeedSource source)
    {
        var text = string.Join(
            '\n',
            source.Address.AbsoluteUri,
            source.Format,
            source.EveryHours?.ToString(CultureInfo.InvariantCulture),
            string.Join(',', source.At.Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture))),
            string.Join(',', source.Days),
            source.Authentication?.Header,
            source.Authentication?.Secret,
            source.Label,
            source.Period);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>Tells whether a feed holds something else than before.</summary>
/// <param name="Against">The declarations its rows were checked against: under others, they may fare otherwise.</param>
/// <param name="BodySha256">Of the body.</param>
/// <param name="EntityTag">The ETag of the answer as sent; null when there was none.</param>
/// <param name="LastModified">Its Last-Modified; null when there was none.</param>
public sealed record FeedMark(string Against, string BodySha256, string? EntityTag, DateTimeOffset? LastModified);
