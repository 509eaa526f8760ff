using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Kinds;

namespace Evaluation.Core.Calendar;

/// <summary>What a version says that is told to who is subscribed to it.</summary>
/// <param name="Kind">Kind of report.</param>
/// <param name="Period">What it reports on, canonical.</param>
/// <param name="Title">« Tableau de bord mensuel, mars 2025 ».</param>
/// <param name="Label">The service, or the community.</param>
/// <param name="Version">From 1.</param>
/// <param name="Summary">Its written summary, a paragraph each.</param>
public sealed record ToldReport(
    ReportKind Kind, string Period, string Title, string Label, int Version, IReadOnlyList<string> Summary);

/// <summary>Tells subscribers of a report, and the direction of what did not reach them.</summary>
public static class ReportNotices
{
    private const string OptOut =
        "Ce message est automatique : cette adresse est abonnée à ces rapports. Pour ne plus le recevoir, demandez à la direction de retirer l’abonnement.";

    private const string MemberOptOut =
        "Ce message est automatique : vous êtes abonné à ces rapports. Pour ne plus le recevoir, retirez l’abonnement à votre page « Abonnements » du portail.";

    /// <summary>The notice of a subscriber.</summary>
    /// <param name="report">What it is told of.</param>
    /// <param name="subscription">That names it.</param>
    /// <param name="on">Local date, in Europe/Paris, of the publication; for a member, of the transmission.</param>
    public static DueNotice Of(ToldReport report, Subscription subscription, DateOnly on)
    {
        string?[] paragraphs =
        [
            "Bonjour,",
            string.Create(CultureInfo.InvariantCulture, $"{report.Title}, version {report.Version} : {report.Label}."),
            .. report.Summary,
            Standing(report.Kind, subscription.To),
            subscription.To == NoticeRecipient.Member ? MemberOptOut : OptOut,
        ];
        return new DueNotice(
            CalendarKind.Report,
            new SubscribedVersion(report.Kind, report.Period, report.Version, subscription.Form).Occurrence,
            on,
            Typography.Fix(ReminderText.OneLine($"{report.Title} : {report.Label}")),
            string.Join("\n\n", paragraphs.OfType<string>().Select(p => Typography.Fix(ReminderText.OneLine(p)))),
            subscription.To)
        {
            Member = subscription.Member,
        };
    }

    /// <summary>The notice of the direction: somebody did not get a report.</summary>
    /// <param name="id">Of the notice that did not get through: told once.</param>
    /// <param name="lost">What it said.</param>
    /// <param name="who">Name of the member that it was for; null when it was for none.</param>
    /// <param name="mailbox">Where it was sent; null when no address is recorded.</param>
    /// <param name="why">In French.</param>
    /// <param name="on">Day of the notice that did not get through: however often it is tried again, it is the same.</param>
    public static DueNotice Undelivered(string id, DueNotice lost, string? who, string? mailbox, string why, DateOnly on)
    {
        string[] paragraphs =
        [
            "Bonjour,",
            $"Un abonné n’a pas reçu ce rapport : {lost.Subject}. Destinataire : {who ?? lost.Recipient.Label()}, {mailbox ?? "sans adresse"}.",
            why,
            "À faire : si l’adresse est en cause, demandez à l’administrateur de la corriger, ou retirez l’abonnement à la page « Abonnements aux rapports » du portail ; une fois la cause levée, renvoyez l’avis à la page « Échéances et rappels » du portail.",
        ];
        return new DueNotice(
            CalendarKind.ReportUndelivered,
            $"undelivered~{id}",
            on,
            Typography.Fix($"Rapport non remis : {lost.Subject}"),
            string.Join("\n\n", paragraphs.Select(Typography.Fix)),
            NoticeRecipient.Director);
    }

    // Only an evaluation is vouched for; one that reaches a member was.
    private static string? Standing(ReportKind kind, NoticeRecipient to) =>
        kind == ReportKind.Annual && to != NoticeRecipient.Member ? "À sa publication, cette version n’est ni validée ni transmise aux communes." : null;
}
