using Evaluation.Core.French;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Mutualisations;

/// <summary>Whether a service was in force in a year: only then is the year evaluated.</summary>
public enum ServiceStanding
{
    /// <summary>On at least one day of the year.</summary>
    InForce,

    /// <summary>Still an idea, or being prepared.</summary>
    NotYet,

    /// <summary>Over before the year began, or given up.</summary>
    Over,
}

/// <summary>Reads from the record whether a service was in force (docs/spec/mutualisations.md).</summary>
internal static class ServiceStandings
{
    /// <summary>
    /// From the recorded life where there is one; else from the offer and the convention: what the offer still explores, what
    /// comes before the first day of the convention, and without one what the offer calls no existing service, is an idea.
    /// </summary>
    public static ServiceStanding In(Mutualisation mutualisation, Period year) =>
        mutualisation.Lifecycle is { Steps: [var first, ..] } life ? Recorded(life, first, year)
        : mutualisation.OfferStatusOn(year.LastDay) is OfferStatus.Exploratoire ? ServiceStanding.NotYet
        : mutualisation.Conventions is [var signed, ..] ? signed.StartsOn > year.LastDay ? ServiceStanding.NotYet : ServiceStanding.InForce
        : mutualisation.OfferStatusOn(year.LastDay) is OfferStatus.Existante ? ServiceStanding.InForce
        : ServiceStanding.NotYet;

    /// <summary>Why a year is not evaluated, in French; null when the service was in force.</summary>
    public static string? Obstacle(Mutualisation mutualisation, Period year) => In(mutualisation, year) switch
    {
        ServiceStanding.NotYet =>
            $"Ce service n’était pas encore en service en {year}{Status(mutualisation, year)} : une idée ne s’évalue pas.",
        ServiceStanding.Over => mutualisation is { EndedOn: { } ended, Lifecycle.Steps: [.., { Status: LifecycleStatus.Terminated }] }
            ? $"Ce service a pris fin le {FrenchDate.InWords(ended)} : l’année {year} ne s’évalue pas."
            : $"Ce service a été abandonné : l’année {year} ne s’évalue pas.",
        ServiceStanding.InForce => null,
    };

    private static string Status(Mutualisation mutualisation, Period year) =>
        mutualisation.StatusOn(year.LastDay) is { } status && !status.Runs() ? $" ({status.Label()})"
        : mutualisation is { Lifecycle: null } && mutualisation.OfferStatusOn(year.LastDay) is OfferStatus.Exploratoire
            ? " (mutualisation exploratoire dans l’offre, sans étapes de vie enregistrées)"
        : "";

    // A record may begin late: a service whose first step is to run, or to end, ran before it.
    private static ServiceStanding Recorded(Lifecycle life, LifecycleStep first, Period year)
    {
        var ranBefore = first.Status.Runs() || first.Status == LifecycleStatus.Terminated;
        var status = life.StatusOn(year.Start) ?? (ranBefore ? LifecycleStatus.Active : LifecycleStatus.Exploration);
        return status.Runs() || life.Steps.Any(s => year.Contains(s.On) && (s.Status.Runs() || (s == first && ranBefore)))
            ? ServiceStanding.InForce
            : life.StatusOn(year.LastDay)?.IsFinal() == true ? ServiceStanding.Over : ServiceStanding.NotYet;
    }
}
