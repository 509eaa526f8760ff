using Evaluation.Core.French;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Closing;

/// <summary>Where the amounts of a year stand on a day.</summary>
public enum SettlingState
{
    /// <summary>They were never settled.</summary>
    Open,

    /// <summary>They are settled, and take no change.</summary>
    Settled,

    /// <summary>They were settled and take changes for a while.</summary>
    Opened,
}

/// <summary>The years of a pooled service whose amounts were settled (arrêtés); none, to begin with (docs/spec/closing.md).</summary>
/// <param name="Years">By year, one each.</param>
public sealed record SettledYears(IReadOnlyList<SettledYear> Years)
{
    /// <summary>Nothing was settled.</summary>
    public static SettledYears None { get; } = new([]);

    /// <summary>A year that was settled; null when it never was.</summary>
    public SettledYear? Find(int year) => Years.FirstOrDefault(y => y.Year == year);

    /// <summary>Whether the amounts of a year take no change on a day.</summary>
    public bool IsFrozen(int year, DateOnly day) => Find(year) is { } settled && settled.Last.OpenOn(day) is null;

    /// <summary>Where the amounts of a year stand on a day.</summary>
    public SettlingState StateOf(int year, DateOnly day) =>
        Find(year) is null ? SettlingState.Open : IsFrozen(year, day) ? SettlingState.Settled : SettlingState.Opened;

    /// <summary>The opening of a settled year that holds on a day; null when none does.</summary>
    public PeriodOpening? OpeningOf(int year, DateOnly day) => Find(year)?.Last.OpenOn(day);

    /// <summary>What earlier years left to settle with the call of a year, by year, then in the order they were settled.</summary>
    public IReadOnlyList<CarriedBalance> CarriedTo(int year) => [.. Years.SelectMany(y => y.CarriedTo(year))];

    /// <summary>What a year left to settle with the calls of later ones, in the order it was settled; nothing when it never was.</summary>
    public IReadOnlyList<OnwardBalance> OnwardFrom(int year) => [.. Find(year)?.Onward() ?? []];

    /// <summary>
    /// The years once the amounts of one are settled; the same when the same person already did so in the same function and
    /// nobody opened them since.
    /// What is carried to the year, and the year to whose call its balances go, follow from the years that are there: the
    /// first later one that takes changes.
    /// </summary>
    /// <param name="year">Which.</param>
    /// <param name="asked">By whom, with the amount and the calls of each payer; what is carried is not read.</param>
    /// <param name="isInForce">Whether the service is in force in a year.</param>
    public Outcome<SettledYears> Settle(int year, YearSettling asked, Func<int, bool> isInForce)
    {
        var known = Find(year);
        if (known is { Last.Openings.Count: 0 })
        {
            return (known.Last.By, known.Last.Function) == (asked.By, asked.Function)
                ? Is(this)
                : Refused(Refusals.SettlingSettled.At("", year, FrenchDate.InWords(known.Last.On), known.Last.Function));
        }

        var next = year + 1;
        while (IsFrozen(next, asked.On))
        {
            next++;
        }

        return Is(With(new SettledYear(year, [.. known?.Settlings ?? [], asked with
        {
            CarriedTo = isInForce(next) ? next : null,
            Amounts = Carrying(year, asked.Amounts),
        }])));
    }

    /// <summary>The years once the amounts of one take changes until a day; the same opening again changes nothing.</summary>
    /// <param name="year">Which.</param>
    /// <param name="opening">By whom, why and until when.</param>
    /// <param name="today">Local date in Europe/Paris.</param>
    public Outcome<SettledYears> Open(int year, PeriodOpening opening, DateOnly today)
    {
        if (Find(year) is not { } known)
        {
            return Refused(Refusals.OpeningNotSettled.At("", year));
        }

        if (known.Last.Openings.Any(o => (o.By, o.Until, o.Reason) == (opening.By, opening.Until, opening.Reason)))
        {
            return Is(this);
        }

        return OpeningOf(year, today) is { } open
            ? Refused(Refusals.OpeningOpen.At("", year, FrenchDate.InWords(open.Until)))
            : Is(With(known with
            {
                Settlings = [.. known.Settlings.SkipLast(1), known.Last with { Openings = [.. known.Last.Openings, opening] }],
            }));
    }

    /// <summary>The years without a settling that must not stand after all; the same when it is no more the last, or was opened.</summary>
    /// <param name="year">Which was settled.</param>
    /// <param name="by">By whom, as trails name them.</param>
    /// <param name="at">When.</param>
    public SettledYears Withdraw(int year, string by, DateTimeOffset at) =>
        Find(year) is not { Last.Openings.Count: 0 } known || (known.Last.By, known.Last.At) != (by, at) ? this
        : known.Settlings.Count == 1 ? new([.. Years.Where(y => y.Year != year)])
        : With(known with { Settlings = [.. known.Settlings.SkipLast(1)] });

    private SettledYears With(SettledYear settled) =>
        new([.. Years.Where(y => y.Year != settled.Year).Append(settled).OrderBy(y => y.Year)]);

    private SettledAmount[] Carrying(int year, IReadOnlyList<SettledAmount> amounts)
    {
        var carried = CarriedTo(year).GroupBy(c => c.Payer).ToDictionary(g => g.Key, g => g.Sum(c => c.Amount));
        var known = amounts.ToDictionary(a => a.Payer);
        return
        [
            .. known.Keys.Union(carried.Keys).Order().Select(payer =>
                (known.GetValueOrDefault(payer) ?? new SettledAmount(payer, 0, 0, 0)) with { Carried = carried.GetValueOrDefault(payer) }),
        ];
    }

    private static Outcome<SettledYears> Is(SettledYears years) => Outcome<SettledYears>.Of([], () => years);

    private static Outcome<SettledYears> Refused(Refusal refusal) => Outcome<SettledYears>.Of([refusal], () => None);
}
