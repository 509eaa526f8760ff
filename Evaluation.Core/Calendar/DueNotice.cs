using Evaluation.Core.Communities;

namespace Evaluation.Core.Calendar;

/// <summary>Something that must be told on a day.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Occurrence">
/// Which one, such as <c>values~2025-03~j1</c>; derived from what it is about, so that found twice it is the same.
/// </param>
/// <param name="On">Day on which it falls due.</param>
/// <param name="Subject">French, one line.</param>
/// <param name="Text">French sentences that say what to do; paragraphs parted by an empty line.</param>
/// <param name="Recipient">Who is told.</param>
public sealed record DueNotice(
    CalendarKind Kind, string Occurrence, DateOnly On, string Subject, string Text, NoticeRecipient Recipient)
{
    /// <summary>Which body is told, when a member is.</summary>
    public Siren? Member { get; init; }
}
