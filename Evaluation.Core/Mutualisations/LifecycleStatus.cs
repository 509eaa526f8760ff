namespace Evaluation.Core.Mutualisations;

/// <summary>Where a mutualisation is in its life, in the order of a project (docs/spec/mutualisations.md).</summary>
public enum LifecycleStatus
{
    /// <summary>An idea, an interest to confirm.</summary>
    Exploration,

    /// <summary>What exists is described.</summary>
    Diagnostic,

    /// <summary>Several scenarios are compared.</summary>
    Scenarios,

    /// <summary>The chosen scenario is prepared.</summary>
    Prefiguration,

    /// <summary>The parties have signed; the service does not run yet.</summary>
    ConventionSigned,

    /// <summary>The service runs.</summary>
    Active,

    /// <summary>The service runs under an amended convention.</summary>
    Amended,

    /// <summary>The end is decided and prepared (démutualisation).</summary>
    Terminating,

    /// <summary>The service is over.</summary>
    Terminated,

    /// <summary>Given up before it ever ran.</summary>
    Abandoned,
}

/// <summary>French words and rules of the life of a mutualisation.</summary>
public static class LifecycleStatuses
{
    /// <summary>« diagnostic », « convention signée », « en service »…</summary>
    public static string Label(this LifecycleStatus status) => status switch
    {
        LifecycleStatus.Exploration => "exploration",
        LifecycleStatus.Diagnostic => "diagnostic",
        LifecycleStatus.Scenarios => "scénarios",
        LifecycleStatus.Prefiguration => "préfiguration",
        LifecycleStatus.ConventionSigned => "convention signée",
        LifecycleStatus.Active => "en service",
        LifecycleStatus.Amended => "en service, convention modifiée",
        LifecycleStatus.Terminating => "arrêt en préparation",
        LifecycleStatus.Terminated => "arrêtée",
        LifecycleStatus.Abandoned => "abandonnée",
    };

    /// <summary>Whether the service runs: it collects values and bears costs.</summary>
    public static bool Runs(this LifecycleStatus status) =>
        status is LifecycleStatus.Active or LifecycleStatus.Amended or LifecycleStatus.Terminating;

    /// <summary>Whether nothing follows.</summary>
    public static bool IsFinal(this LifecycleStatus status) =>
        status is LifecycleStatus.Terminated or LifecycleStatus.Abandoned;

    /// <summary>Whether a status may follow another.</summary>
    /// <remarks>
    /// Preparation goes forward only, and may jump to any later step up to the signature. A service runs only once its
    /// convention is signed, is amended any number of times, and ends only through its preparation.
    /// </remarks>
    public static bool MayFollow(this LifecycleStatus next, LifecycleStatus status) => next switch
    {
        LifecycleStatus.Abandoned => status < LifecycleStatus.Active,
        LifecycleStatus.Terminated => status == LifecycleStatus.Terminating,
        LifecycleStatus.Terminating => status is LifecycleStatus.Active or LifecycleStatus.Amended,
        LifecycleStatus.Amended => status is LifecycleStatus.Active or LifecycleStatus.Amended,
        LifecycleStatus.Active => status == LifecycleStatus.ConventionSigned,
        LifecycleStatus.Exploration or LifecycleStatus.Diagnostic or LifecycleStatus.Scenarios
            or LifecycleStatus.Prefiguration or LifecycleStatus.ConventionSigned => next > status,
    };

    /// <summary>Whether steps of the preparation are passed over, which a reason must explain.</summary>
    internal static bool Skips(this LifecycleStatus next, LifecycleStatus status) =>
        next <= LifecycleStatus.ConventionSigned && next > status + 1;
}
