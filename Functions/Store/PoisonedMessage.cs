using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Evaluation.Functions.Store;

/// <summary>What was decided about a message that was put aside.</summary>
public enum PoisonState
{
    /// <summary>Nothing yet.</summary>
    Waiting,

    /// <summary>It was sent back to its queue.</summary>
    Replayed,

    /// <summary>It will not be worked on; kept for who asks why.</summary>
    Dropped,
}

/// <summary>A message that could not be worked on.</summary>
/// <param name="Id">Which, see <see cref="IdOf"/>; ids sort from the latest to the oldest.</param>
/// <param name="Queue">The queue it was to be worked on from.</param>
/// <param name="Body">As it was sent, shortened when it is longer than any message of this app.</param>
/// <param name="Cause">Why it was put aside, in French.</param>
/// <param name="FirstSeenAt">When it came to the poison queue.</param>
/// <param name="Attempts">How often its run was begun; 0 when it names none.</param>
/// <param name="OperationId">The run it names; null when it names none.</param>
public sealed record PoisonedMessage(
    string Id,
    string Queue,
    string Body,
    string Cause,
    DateTimeOffset FirstSeenAt,
    int Attempts,
    string? OperationId)
{
    /// <summary>What was decided.</summary>
    public PoisonState State { get; init; }

    /// <summary>Who decided, as trails name them; null before.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When; null before.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was dropped; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The id of a message: the same message makes the same id however often it is read.</summary>
    public static string IdOf(string queue, string messageId, DateTimeOffset insertedOn)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{queue}\n{messageId}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTimeOffset.MaxValue.Ticks - insertedOn.UtcTicks:D19}-{Convert.ToHexStringLower(hash.AsSpan(0, 6))}");
    }
}
