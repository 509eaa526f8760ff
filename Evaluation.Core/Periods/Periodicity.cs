namespace Evaluation.Core.Periods;

/// <summary>How long a collection period lasts.</summary>
public enum Periodicity
{
    /// <summary>One calendar month.</summary>
    Monthly,

    /// <summary>Three months, from January, April, July or October.</summary>
    Quarterly,

    /// <summary>Six months, from January or July.</summary>
    Semiannual,

    /// <summary>One civil year, which is also the fiscal year (exercice).</summary>
    Annual,
}

/// <summary>What follows from a periodicity.</summary>
public static class Periodicities
{
    /// <summary>Length in months: 1, 3, 6 or 12.</summary>
    public static int Months(this Periodicity periodicity) => periodicity switch
    {
        Periodicity.Monthly => 1,
        Periodicity.Quarterly => 3,
        Periodicity.Semiannual => 6,
        Periodicity.Annual => 12,
    };

    /// <summary>How many such periods make a year: 12, 4, 2 or 1.</summary>
    public static int PerYear(this Periodicity periodicity) => 12 / periodicity.Months();

    /// <summary>French feminine adjective, as in « périodicité mensuelle ».</summary>
    public static string Label(this Periodicity periodicity) => periodicity switch
    {
        Periodicity.Monthly => "mensuelle",
        Periodicity.Quarterly => "trimestrielle",
        Periodicity.Semiannual => "semestrielle",
        Periodicity.Annual => "annuelle",
    };
}
