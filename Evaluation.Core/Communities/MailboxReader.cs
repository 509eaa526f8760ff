using System.Text.RegularExpressions;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Communities;

/// <summary>Reads the addresses to which services and directions are written.</summary>
internal static partial class MailboxReader
{
    private const int LongestMailbox = 200;
    private const int MostMailboxes = 500;

    /// <summary>An address that may be left out.</summary>
    public static string? Optional(DocumentChecks checks, string? written, string pointer)
    {
        var mailbox = checks.OptionalText(written, pointer, LongestMailbox);
        if (mailbox is not null && !Mailbox().IsMatch(mailbox))
        {
            checks.Add(Refusals.ContactMailbox, pointer);
        }

        return mailbox;
    }

    /// <summary>A list of addresses, each given once.</summary>
    public static IReadOnlyList<string> Several(DocumentChecks checks, IReadOnlyList<string?>? written, string pointer)
    {
        var mailboxes = new List<string>();
        foreach (var (text, index) in (written ?? []).Take(MostMailboxes + 1).Select((text, index) => (text, index)))
        {
            var place = $"{pointer}/{index}";
            if (Optional(checks, text, place) is not { } mailbox)
            {
                checks.Add(Refusals.ContactMailbox, place);
                continue;
            }

            if (mailboxes.Contains(mailbox, StringComparer.OrdinalIgnoreCase))
            {
                checks.Add(Refusals.ContactDuplicate, place, mailbox);
            }

            mailboxes.Add(mailbox);
        }

        if (mailboxes.Count > MostMailboxes)
        {
            checks.Add(Refusals.ContactTooMany, pointer);
        }

        return mailboxes;
    }

    [GeneratedRegex(@"^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mailbox();
}
