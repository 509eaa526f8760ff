namespace Evaluation.Core.Periods;

/// <summary>Some months of one year.</summary>
/// <remarks>Every period is made of whole months, so a set of months says of any period whether it is touched.</remarks>
internal readonly record struct MonthSet
{
    private readonly int _bits;

    private MonthSet(int bits) => _bits = bits;

    /// <summary>The whole year.</summary>
    public static MonthSet All { get; } = Of(1, 12);

    /// <summary>The months from one to another, both included, from 1 to 12; none when they are in reverse.</summary>
    public static MonthSet Of(int first, int last) => last < first ? default : new(((1 << (last - first + 1)) - 1) << (first - 1));

    /// <summary>The months of the period of a length and a rank in the year.</summary>
    public static MonthSet Of(Periodicity periodicity, int index)
    {
        var months = periodicity.Months();
        return Of(((index - 1) * months) + 1, index * months);
    }

    /// <summary>The ranks in the year of the periods of a length that have a month in common with these, one bit each.</summary>
    public int Ranks(Periodicity periodicity)
    {
        if (periodicity == Periodicity.Monthly)
        {
            return _bits;
        }

        var ranks = 0;
        for (var rank = 1; rank <= periodicity.PerYear(); rank++)
        {
            ranks |= Meets(Of(periodicity, rank)) ? 1 << (rank - 1) : 0;
        }

        return ranks;
    }

    /// <summary>The months of either.</summary>
    public MonthSet With(MonthSet other) => new(_bits | other._bits);

    /// <summary>The months of both.</summary>
    public MonthSet Common(MonthSet other) => new(_bits & other._bits);

    /// <summary>Whether both have a month in common.</summary>
    public bool Meets(MonthSet other) => (_bits & other._bits) != 0;
}
