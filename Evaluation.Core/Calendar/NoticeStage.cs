using System.Collections.Frozen;
using System.Globalization;
using Evaluation.Core.Communities;

namespace Evaluation.Core.Calendar;

/// <summary>How many days after a date, or before it, somebody is told.</summary>
/// <param name="Days">After the date; negative before it.</param>
/// <param name="Recipient">Who.</param>
public sealed record NoticeStage(int Days, NoticeRecipient Recipient)
{
    private static readonly NoticeStage[] AfterLateness =
    [
        new(1, NoticeRecipient.Service),
        new(8, NoticeRecipient.Service),
        new(15, NoticeRecipient.Director),
    ];

    // Once the direction knows, every month for as long as the year is looked at.
    private static readonly NoticeStage[] UntilAnswered =
    [
        .. AfterLateness,
        .. Enumerable.Range(1, 24).Select(month => new NoticeStage(15 + (month * 30), NoticeRecipient.Service)),
    ];

    private static readonly NoticeStage[] AfterLastSuccess =
    [
        new(3, NoticeRecipient.Service),
        new(8, NoticeRecipient.Service),
        new(15, NoticeRecipient.Director),
    ];

    private static readonly NoticeStage[] BeforeTheService =
    [
        new(-30, NoticeRecipient.Service),
        new(-7, NoticeRecipient.Service),
    ];

    private static readonly NoticeStage[] AroundTheDay =
    [
        new(-7, NoticeRecipient.Service),
        new(1, NoticeRecipient.Service),
        new(15, NoticeRecipient.Director),
    ];

    private static readonly FrozenDictionary<CalendarKind, IReadOnlyList<NoticeStage>> ByKind =
        new Dictionary<CalendarKind, IReadOnlyList<NoticeStage>>
        {
            [CalendarKind.Values] = AfterLateness,
            [CalendarKind.ContestedUnits] = UntilAnswered,
            [CalendarKind.UnitsReply] = [],
            [CalendarKind.Source] = AfterLastSuccess,
            [CalendarKind.Convention] = [new(-90, NoticeRecipient.Service), new(-30, NoticeRecipient.Director)],
            [CalendarKind.ConventionEnd] = [],
            [CalendarKind.FirstUnitCost] = BeforeTheService,
            [CalendarKind.UnitCost] = BeforeTheService,
            [CalendarKind.SavingsCheck] = [new(-90, NoticeRecipient.Director)],
            [CalendarKind.ProvisionalCompensation] = [new(-30, NoticeRecipient.Director), new(-7, NoticeRecipient.Director)],
            [CalendarKind.BudgetDebate] = [new(-70, NoticeRecipient.Director), new(-30, NoticeRecipient.Director)],
            [CalendarKind.Action] = AroundTheDay,
            [CalendarKind.Transmission] = [],
            [CalendarKind.Report] = [],
            [CalendarKind.ReportUndelivered] = [],
            [CalendarKind.MayorsReport] = [new(-90, NoticeRecipient.Director), new(-30, NoticeRecipient.Director)],
        }.ToFrozenDictionary();

    /// <summary><c>j1</c> a day after, <c>m30</c> thirty days before.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{(Days < 0 ? 'm' : 'j')}{int.Abs(Days)}");

    /// <summary>Whether it goes over the head of a service that was told already.</summary>
    public bool Escalates => Days > 0 && Recipient == NoticeRecipient.Director;

    /// <summary>The stages of a kind, in order.</summary>
    public static IReadOnlyList<NoticeStage> Of(CalendarKind kind) => ByKind[kind];
}
