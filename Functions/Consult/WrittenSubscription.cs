using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Consult;

/// <summary>What was written in a form of subscriptions, with what is wrong of it, field by field.</summary>
/// <param name="Kind">A kind of report, written.</param>
/// <param name="Service">Slug of a service; empty for all of them.</param>
/// <param name="Recipient">A recipient, written; a member is named after it, as <c>member:213801855</c>.</param>
/// <param name="Mailbox">Another address.</param>
/// <param name="As">The form, written.</param>
/// <param name="Faults">What was refused; none while nothing was.</param>
public sealed record WrittenSubscription(string Kind, string Service, string Recipient, string Mailbox, string As, IReadOnlyList<Refusal> Faults)
{
    /// <summary>Nothing is written yet.</summary>
    public static WrittenSubscription Blank { get; } = new("", "", "", "", "", []);

    private const char BeforeMember = ':';

    internal static WrittenSubscription Of(PortalForm form) =>
        new(form["kind"], form["service"], form["recipient"], form["mailbox"], form["as"], []);

    /// <summary>How the form names a member.</summary>
    public static string MemberOf(Siren member) => $"{DomainCode.Of(NoticeRecipient.Member)}{BeforeMember}{member}";

    /// <summary>What the direction asks for.</summary>
    public SubscriptionDocument Document
    {
        get
        {
            var recipient = Recipient.Split(BeforeMember, 2);
            return new SubscriptionDocument
            {
                Kind = Kind,
                Mutualisation = Said(Service),
                To = recipient[0],
                Member = recipient is [_, var member] ? member : null,
                Mailbox = Said(Mailbox),
                As = Said(As),
            };
        }
    }

    /// <summary>What a member asks for itself.</summary>
    internal MemberSubscriptionRequest OfMember => new(Kind, Said(Service), Said(As));

    internal WrittenSubscription With(RefusalException refused) =>
        this with { Faults = refused.Errors ?? [new Refusal(refused.Code, "", refused.Message)] };

    /// <summary>What is wrong with a field, in French; null for nothing.</summary>
    /// <param name="field">Its name.</param>
    public string? FaultOf(string field) => Faults.FirstOrDefault(f => FieldOf(f) == field) is { } fault ? InWords(fault) : null;

    /// <summary>What came of the form, at the top of the page; null while nothing was refused.</summary>
    public PageOutcome? Outcome => Faults.Count == 0 ? null : PageOutcome.Unchanged(
        Faults.Where(f => FieldOf(f) is null).Select(InWords).FirstOrDefault() ?? "Corrigez ce qui est signalé dans le formulaire.");

    private static string? FieldOf(Refusal fault) => fault.Pointer switch
    {
        "/kind" => "kind",
        "/mutualisation" => "service",
        "/as" => "as",
        "/mailbox" => "mailbox",
        "/to" or "/member" => fault.Code == Refusals.SubscriptionRecipient.Code ? "mailbox" : "recipient",
        _ => null,
    };

    // Where the wording of the catalogue names fields and codes of the document, the page shows none.
    private string InWords(Refusal fault) =>
        fault.Code == Refusals.DocumentUnknownChoice.Code ? "Choisissez dans la liste."
        : fault.Code != Refusals.SubscriptionRecipient.Code ? fault.Message
        : Typography.Fix(Said(Mailbox) is null
            ? "Donnez l’adresse, ou choisissez un autre destinataire."
            : "Cette adresse ne sert qu’au destinataire « une autre adresse » : choisissez-le, ou effacez-la.");

    private static string? Said(string text) => PlainText.IsBlank(text) ? null : text.Trim();
}
