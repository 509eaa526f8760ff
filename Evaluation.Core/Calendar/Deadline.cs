using Evaluation.Core.Problems;

namespace Evaluation.Core.Calendar;

/// <summary>A date by which something is to be done.</summary>
/// <param name="Kind">What.</param>
/// <param name="Key">Which one of its kind, such as <c>2025-03</c>; no blank.</param>
/// <param name="On">The last day in time, or the day before which where a text says « avant le »; for a source, the day since which it fails.</param>
/// <param name="What">What is due, a French phrase without a full stop.</param>
/// <param name="Advice">What to do, French sentences.</param>
public sealed record Deadline(CalendarKind Kind, string Key, DateOnly On, string What, string Advice)
{
    /// <summary>The notices that fall due on a day, in the order of their stages.</summary>
    /// <param name="day">Local day.</param>
    /// <param name="subject">Whom it concerns, in French: the service or the community.</param>
    public IEnumerable<DueNotice> NoticesOn(DateOnly day, string subject) =>
        from stage in NoticeStage.Of(Kind)
        where On.AddDays(stage.Days) == day
        select new DueNotice(
            Kind,
            $"{DomainCode.Of(Kind)}~{Key}~{stage.Code}",
            day,
            ReminderText.Subject(this, stage, subject),
            ReminderText.Body(this, stage, subject),
            stage.Recipient);
}
