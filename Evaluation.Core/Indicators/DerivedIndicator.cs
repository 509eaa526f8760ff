using System.Collections.Frozen;

namespace Evaluation.Core.Indicators;

/// <summary>
/// The cross-service indicators that the product already knows from its own registers. Nobody types them: a number of
/// members typed by hand contradicts the memberships sooner or later.
/// </summary>
public static class DerivedIndicator
{
    /// <summary>Coût complet, from the cost lines.</summary>
    public const string FullCost = "TRV-01";

    /// <summary>Collectivités adhérentes, from the memberships.</summary>
    public const string Members = "TRV-03";

    /// <summary>Collectivités éligibles, from the community’s communes.</summary>
    public const string EligibleMembers = "TRV-04";

    /// <summary>Taux d’adhésion: computed from the two before, so never pushed either.</summary>
    public const string AdhesionRate = "TRV-05";

    /// <summary>Population desservie by days of membership, from the memberships and populations.</summary>
    public const string PopulationServed = "TRV-06";

    /// <summary>Montant refacturé aux adhérents, from the allocation.</summary>
    public const string Recharged = "TRV-12";

    /// <summary>Économie constatée, from the baseline.</summary>
    public const string Savings = "TRV-14";

    /// <summary>Réunions de pilotage et de suivi, from the recorded meetings.</summary>
    public const string Meetings = "TRV-15";

    /// <summary>All of them.</summary>
    public static readonly FrozenSet<string> Codes =
        FrozenSet.Create(StringComparer.Ordinal, FullCost, Members, EligibleMembers, PopulationServed, Recharged, Savings, Meetings);
}
