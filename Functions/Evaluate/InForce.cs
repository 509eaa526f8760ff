using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Evaluate;

/// <summary>The one rule of what may be evaluated, validated, transmitted and decided: a year in which the service was in force.</summary>
internal static class InForce
{
    /// <exception cref="RefusalException">422: an idea, or a service that was over before the year.</exception>
    public static void Require(Mutualisation mutualisation, int year)
    {
        if (mutualisation.WhyNotEvaluated(year) is { } why)
        {
            throw EdgeRefusals.MutualisationNotInForce.Refused(why);
        }
    }

    /// <summary>The same of what is vouched for, sent or decided: the year is over too.</summary>
    /// <exception cref="RefusalException">422: also a year that runs, or is to come.</exception>
    public static void RequireOver(Mutualisation mutualisation, int year, DateOnly today)
    {
        Require(mutualisation, year);
        if (year >= today.Year)
        {
            throw EdgeRefusals.YearNotOver.Refused(year, year + 1);
        }
    }
}
