using System.Globalization;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Calendar;

/// <summary>Tells at once what is said of units: the service what a member contests, the member what the service replies.</summary>
public static class UnitsNotices
{
    private static readonly NoticeStage AtOnce = new(0, NoticeRecipient.Service);

    /// <summary>To the service, on the day on which units are contested; the reminders come after it.</summary>
    /// <param name="units">As they are known.</param>
    /// <param name="answer">That contests them.</param>
    /// <param name="service">Of the units.</param>
    /// <param name="closed">What takes no more values.</param>
    public static DueNotice Contested(MemberUnits units, UnitsAnswer answer, Mutualisation service, ClosedPeriods closed)
    {
        var deadline = ContestedUnits.Told(units, answer, service.Referent, closed);
        return new DueNotice(
            deadline.Kind,
            $"{DomainCode.Of(deadline.Kind)}~{deadline.Key}~{AtOnce.Code}",
            deadline.On,
            Typography.Fix($"{deadline.Kind.Label()} : {service.Label}, {deadline.What}"),
            ReminderText.Body(deadline, AtOnce, service.Label),
            AtOnce.Recipient);
    }

    /// <summary>To the member, on the day of the reply.</summary>
    /// <param name="units">As they are known.</param>
    /// <param name="reply">That maintains them.</param>
    /// <param name="service">Of the units.</param>
    public static DueNotice Replied(MemberUnits units, UnitsReply reply, Mutualisation service)
    {
        var on = DateOnly.FromDateTime(reply.At.DateTime);
        var deadline = new Deadline(
            CalendarKind.UnitsReply,
            string.Create(CultureInfo.InvariantCulture, $"{units.Period}~{units.Member.Siren}~{on:yyyy-MM-dd}"),
            on,
            $"unités {FrenchPeriod.De(units.Period)}, {Typography.Apostrophes(units.Member.Name)}",
            $"Le service maintient les unités que vous contestez. Sa réponse : {reply.Words}\n\n" +
            "À faire : confirmez-les, ou contestez-les de nouveau en disant pourquoi, à la page de votre commune dans le portail.");
        return new DueNotice(
            deadline.Kind,
            $"{DomainCode.Of(deadline.Kind)}~{deadline.Key}",
            on,
            Typography.Fix($"{deadline.Kind.Label()} : {service.Label}, {deadline.What}"),
            ReminderText.Body(deadline, AtOnce, service.Label),
            NoticeRecipient.Member)
        {
            Member = units.Member.Siren,
        };
    }
}
