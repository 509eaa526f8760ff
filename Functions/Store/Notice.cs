using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;

namespace Evaluation.Functions.Store;

/// <summary>Where a notice stands.</summary>
public enum NoticeState
{
    /// <summary>To be sent, for the first time or again.</summary>
    Pending,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>The channel refused it, or did not answer as often as it was tried.</summary>
    Failed,

    /// <summary>There is no way to send it: no channel, no address, or an address that asked for no notices.</summary>
    Undeliverable,
}

/// <summary>One try to send a notice.</summary>
/// <param name="At">When it began.</param>
/// <param name="Channel">Through what: <c>smtp</c>, <c>webhook</c>.</param>
/// <param name="Outcome">What came of it, in French.</param>
public sealed record NoticeAttempt(DateTimeOffset At, string Channel, string Outcome);

/// <summary>A notice to one recipient, kept for good. It names functions and mailboxes of services, never a person.</summary>
/// <param name="Siren">Community.</param>
/// <param name="Mutualisation">Service; null when it concerns the community as a whole.</param>
/// <param name="Due">What is told, why and to whom.</param>
/// <param name="Mailbox">Address of the recipient when the notice was made; null when none was recorded.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Notice(Siren Siren, string? Mutualisation, DueNotice Due, string? Mailbox, DateTimeOffset CreatedAt)
{
    /// <summary>
    /// Which notice of the community; the same occurrence for the same recipient gives the same id however often it is
    /// found. Ids sort from the latest day to the earliest.
    /// </summary>
    public string Id { get; } = IdOf(Mutualisation, Due, Mailbox);

    /// <summary>What receivers may tell a second delivery by.</summary>
    public string Key => $"{Siren}-{Id}";

    /// <summary>Where it stands.</summary>
    public NoticeState State { get; init; }

    /// <summary>Why it stands there, in French; null while it was never tried.</summary>
    public string? Outcome { get; init; }

    /// <summary>Not sent before this by the calendar.</summary>
    public DateTimeOffset NextAttemptAt { get; init; } = CreatedAt;

    /// <summary>Until when whoever sends it has it alone; null when nobody does.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Every try, the first one first.</summary>
    public IReadOnlyList<NoticeAttempt> Attempts { get; init; } = [];

    /// <summary>Ids of notices of a day or later come before this.</summary>
    public static string AfterDay(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateOnly.MaxValue.DayNumber - day.DayNumber:D7}~");

    private static string IdOf(string? mutualisation, DueNotice due, string? mailbox)
    {
        // A member is told once wherever it is reached. An address is the same in any case; what has none is the role's.
        var recipient = due.Member?.ToString() ?? mailbox?.ToUpperInvariant() ?? due.Recipient.ToString();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{mutualisation}\n{due.Occurrence}\n{recipient}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateOnly.MaxValue.DayNumber - due.On.DayNumber:D7}-{Convert.ToHexStringLower(hash.AsSpan(0, 12))}");
    }
}
