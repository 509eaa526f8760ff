using System.Security.Cryptography;
using System.Text;
using Evaluation.Core.Kinds;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Communities;

/// <summary>How a subscriber gets a report.</summary>
public enum SubscriptionForm
{
    /// <summary>By the address of its page.</summary>
    Link,

    /// <summary>As a Word document, with the address.</summary>
    Docx,

    /// <summary>As a workbook, with the address.</summary>
    Xlsx,
}

/// <summary>Who is told of each version of a kind of report, and in which form. It bears on no figure.</summary>
/// <param name="Kind">Which reports.</param>
/// <param name="Mutualisation">Of which service; null: of every service, or of the community where the kind is of a community.</param>
/// <param name="To">Who; a member is told of its own statement, and of annual evaluations when they are transmitted to it.</param>
/// <param name="Form">How.</param>
public sealed record Subscription(ReportKind Kind, string? Mutualisation, NoticeRecipient To, SubscriptionForm Form)
{
    /// <summary>Which member, when one is told.</summary>
    public Siren? Member { get; init; }

    /// <summary>Which address, when it is neither that of the direction, of a service nor of a member.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Which subscription, in 24 hexadecimal digits: the same reports to the same reader in the same form are the same.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', DomainCode.Of(Kind), Mutualisation, DomainCode.Of(To), Member, Mailbox?.ToUpperInvariant(), DomainCode.Of(Form)))).AsSpan(0, 12));

    /// <summary>Whether a member may be subscribed to reports of a kind: to what concerns itself, or is transmitted to it.</summary>
    public static bool IsForMembers(ReportKind kind) => kind switch
    {
        ReportKind.Annual or ReportKind.MemberStatement => true,
        ReportKind.Monthly or ReportKind.Quarterly or ReportKind.MultiYear or ReportKind.AnnualStatement or ReportKind.BudgetDebate => false,
    };

    /// <summary>The subscription as it is kept.</summary>
    public SubscriptionDocument Written() => new()
    {
        Kind = DomainCode.Of(Kind),
        Mutualisation = Mutualisation,
        To = DomainCode.Of(To),
        Member = Member?.ToString(),
        Mailbox = Mailbox,
        As = DomainCode.Of(Form),
    };

    /// <summary>The address that it is told at; null when none is recorded.</summary>
    /// <param name="community">Whose subscription it is.</param>
    /// <param name="contact">Contact of the service whose report it is; null when there is none.</param>
    public string? MailboxIn(Community community, string? contact) => To switch
    {
        NoticeRecipient.Director => community.DirectorMailbox,
        NoticeRecipient.Service => contact,
        NoticeRecipient.Member => Member is { } member ? community.Member(member).Mailbox : null,
        NoticeRecipient.Mailbox => Mailbox,
    };

    /// <summary>Whether it is told of the reports of a service; null: of the community as a whole.</summary>
    public bool Concerns(ReportKind kind, string? mutualisation) =>
        Kind == kind && (Mutualisation is null || Mutualisation == mutualisation);
}

/// <summary>French words for forms.</summary>
public static class SubscriptionForms
{
    /// <summary>« lien », « document Word », « classeur Excel ».</summary>
    public static string Label(this SubscriptionForm form) => form switch
    {
        SubscriptionForm.Link => "lien",
        SubscriptionForm.Docx => "document Word",
        SubscriptionForm.Xlsx => "classeur Excel",
    };
}
