using Evaluation.Core.Periods;

namespace Evaluation.Functions.Confirm;

/// <summary>French words of the units that members confirm.</summary>
internal static class UnitsWords
{
    /// <summary>« par trimestre »: how often units are confirmed.</summary>
    public static string Each(Periodicity periodicity) => periodicity switch
    {
        Periodicity.Monthly => "par mois",
        Periodicity.Quarterly => "par trimestre",
        Periodicity.Semiannual => "par semestre",
        Periodicity.Annual => "par année",
    };
}
