using System.Globalization;

namespace Evaluation.Core.Periods;

/// <summary>
/// A calendar month, quarter, half-year or year, written <c>2025-03</c>, <c>2025-Q1</c>, <c>2025-S1</c> or <c>2025</c>.
/// </summary>
/// <remarks>
/// The interval is half-open: from the first day, included, to the day after the last, excluded. Ordered by start,
/// then longest first. The default value is not a period: it belongs to year 0 and is never produced by parsing.
/// </remarks>
public readonly record struct Period : IComparable<Period>
{
    /// <summary>First year accepted.</summary>
    public const int MinYear = 2000;

    /// <summary>Last year accepted.</summary>
    public const int MaxYear = 2099;

    private Period(int year, Periodicity periodicity, int index)
    {
        Year = year;
        Periodicity = periodicity;
        Index = index;
    }

    /// <summary>Civil year.</summary>
    public int Year { get; }

    /// <summary>Length.</summary>
    public Periodicity Periodicity { get; }

    /// <summary>Rank in the year, from 1.</summary>
    public int Index { get; }

    /// <summary>First day, included.</summary>
    public DateOnly Start => new(Year, ((Index - 1) * Periodicity.Months()) + 1, 1);

    /// <summary>The day after the last.</summary>
    public DateOnly End => Start.AddMonths(Periodicity.Months());

    /// <summary>Last day, included.</summary>
    public DateOnly LastDay => End.AddDays(-1);

    /// <summary>Last day on which values are on time.</summary>
    public DateOnly DueOn => LastDay.AddDays(DaysToSend(Periodicity));

    /// <summary>
    /// Days to send values after a period: 10 after a month, 20 after a quarter, 30 after a half-year, 31, which is until
    /// 31 January, after a year (project rule, docs/spec/periods.md).
    /// </summary>
    public static int DaysToSend(Periodicity periodicity) => periodicity switch
    {
        Periodicity.Monthly => 10,
        Periodicity.Quarterly => 20,
        Periodicity.Semiannual => 30,
        Periodicity.Annual => 31,
    };

    /// <summary>The same period one year earlier.</summary>
    public Period PreviousYear => new(Year - 1, Periodicity, Index);

    /// <summary>The whole year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between 1999 and 2099.</exception>
    public static Period OfYear(int year) => Of(year, Periodicity.Annual, 1);

    /// <summary>The period of a rank in a year: one accepted, or the year before the first, which 2000 is compared with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year or the rank is out of range.</exception>
    public static Period Of(int year, Periodicity periodicity, int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, MinYear - 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, MaxYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, periodicity.PerYear());
        return new Period(year, periodicity, index);
    }

    /// <summary>The periods of a length in a year, in order.</summary>
    public static IEnumerable<Period> InYear(int year, Periodicity periodicity) =>
        Enumerable.Range(1, periodicity.PerYear()).Select(index => Of(year, periodicity, index));

    /// <summary>Reads the canonical form only.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length < 4 || !TryDigits(text.AsSpan(0, 4), out var year)
            || year is < MinYear or > MaxYear)
        {
            return false;
        }

        var rest = text.AsSpan(4);
        var (periodicity, letters) = rest switch
        {
            ['-', 'Q', _] => (Periodicity.Quarterly, 2),
            ['-', 'S', _] => (Periodicity.Semiannual, 2),
            ['-', _, _] => (Periodicity.Monthly, 1),
            _ => (Periodicity.Annual, rest.Length),
        };
        var digits = rest.IsEmpty ? "1" : rest[letters..];
        if (!TryDigits(digits, out var index) || index < 1 || index > periodicity.PerYear())
        {
            return false;
        }

        period = new Period(year, periodicity, index);
        return true;
    }

    /// <summary>Whether a day falls in the period.</summary>
    public bool Contains(DateOnly day) => day >= Start && day < End;

    /// <summary>Whether another period lies wholly inside this one.</summary>
    public bool Contains(Period other) => other.Start >= Start && other.End <= End;

    /// <summary>The period of a greater or equal length that holds this one.</summary>
    /// <exception cref="ArgumentException">The length asked for is shorter.</exception>
    public Period Within(Periodicity longer)
    {
        if (longer < Periodicity)
        {
            throw new ArgumentException("A period lies within a longer one.", nameof(longer));
        }

        return new Period(Year, longer, ((Start.Month - 1) / longer.Months()) + 1);
    }

    /// <summary>The periods of a shorter or equal length inside this one, in order.</summary>
    /// <exception cref="ArgumentException">The length asked for is longer.</exception>
    public IEnumerable<Period> Split(Periodicity shorter)
    {
        if (shorter > Periodicity)
        {
            throw new ArgumentException("A period splits into shorter ones.", nameof(shorter));
        }

        var count = Periodicity.Months() / shorter.Months();
        var (year, first) = (Year, ((Index - 1) * count) + 1);
        return Enumerable.Range(first, count).Select(index => new Period(year, shorter, index));
    }

    /// <inheritdoc/>
    public int CompareTo(Period other)
    {
        var byStart = (Year * 12) + ((Index - 1) * Periodicity.Months())
            - ((other.Year * 12) + ((other.Index - 1) * other.Periodicity.Months()));
        return byStart != 0 ? byStart : other.Periodicity.CompareTo(Periodicity);
    }

    /// <summary>The canonical form.</summary>
    public override string ToString() => Periodicity switch
    {
        Periodicity.Monthly => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Index:D2}"),
        Periodicity.Quarterly => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Index}"),
        Periodicity.Semiannual => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-S{Index}"),
        Periodicity.Annual => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}"),
    };

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by <see cref="CompareTo"/>.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    // The number parser alone would let trailing NUL characters through.
    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        return !text.ContainsAnyExceptInRange('0', '9')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
