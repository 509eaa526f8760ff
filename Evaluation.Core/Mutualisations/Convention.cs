using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Keys;

namespace Evaluation.Core.Mutualisations;

/// <summary>How members settle what they owe.</summary>
public enum SettlementMode
{
    /// <summary>Taken off the attribution de compensation; communities under FPU only.</summary>
    AcImputation,

    /// <summary>A titre de recettes is issued.</summary>
    TitreRecette,

    /// <summary>Nothing is paid.</summary>
    Gratuit,
}

/// <summary>What happens at the term of a convention.</summary>
public enum ConventionRenewal
{
    /// <summary>It is over.</summary>
    Aucune,

    /// <summary>It goes on unless a party objects.</summary>
    Tacite,

    /// <summary>It goes on if the parties say so.</summary>
    Expresse,
}

/// <summary>How much a member is forecast to use the service in a year (D5211-16).</summary>
/// <param name="Member">Who.</param>
/// <param name="Units">Units of functioning, 0 or more.</param>
public sealed record ForecastUnits(Siren Member, decimal Units);

/// <summary>What changed a convention (avenant).</summary>
/// <param name="Number">Its reference.</param>
/// <param name="SignedOn">Day of signature; null when it is not recorded.</param>
/// <param name="Purpose">What it changes, one French sentence.</param>
public sealed record Amendment(string Number, DateOnly? SignedOn, string Purpose);

/// <summary>
/// The contract between the parties, whole, as one of its versions reads: the text first signed, or the text as an
/// amendment left it.
/// </summary>
public sealed record Convention
{
    /// <summary>From 1, the text first signed; each amendment adds one.</summary>
    public required int Version { get; init; }

    /// <summary>First day of this version.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>What made this version; null for the first.</summary>
    public required Amendment? Amendment { get; init; }

    /// <summary>Reference of the convention, the same in all versions.</summary>
    public required string Number { get; init; }

    /// <summary>What it is for, one French sentence.</summary>
    public required string Object { get; init; }

    /// <summary>Day the convention was first signed; null when it is not recorded.</summary>
    public required DateOnly? SignedOn { get; init; }

    /// <summary>First day in force of the convention.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day in force; null when it has no term.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>What happens at the term.</summary>
    public required ConventionRenewal Renewal { get; init; }

    /// <summary>What the service does, French sentences.</summary>
    public required IReadOnlyList<string> Missions { get; init; }

    /// <summary>Staff, premises and equipment given to it, French sentences.</summary>
    public required IReadOnlyList<string> Means { get; init; }

    /// <summary>Financial terms in words; null when they are not recorded.</summary>
    public required string? FinancialTerms { get; init; }

    /// <summary>Notice to leave, in months, 0 to 60.</summary>
    public required int NoticeMonths { get; init; }

    /// <summary>« préavis de 6 mois », « sans préavis ».</summary>
    public string NoticeInWords() => NoticeMonths == 0 ? "sans préavis" : $"préavis de {FrenchText.Count(NoticeMonths, "mois", "mois")}";

    /// <summary>Months between two bills, 1 to 12: reimbursement is at least yearly (D5211-16).</summary>
    public required int BillingMonths { get; init; }

    /// <summary>How amounts are settled.</summary>
    public required SettlementMode Settlement { get; init; }

    /// <summary>How the cost is shared; null where no cost is shared.</summary>
    public required AllocationKey? Allocation { get; init; }

    /// <summary>Forecast use by member, in document order; empty when the convention states none.</summary>
    public required IReadOnlyList<ForecastUnits> ForecastUnits { get; init; }

    /// <summary>Who takes back staff, goods and contracts at the end; null when nothing is recorded.</summary>
    public required string? Reversibility { get; init; }

    /// <summary>Whether the convention binds on a day; one renewed tacitly goes on after its term.</summary>
    public bool RunsOn(DateOnly day) =>
        day >= StartsOn && (EndsOn is null || day <= EndsOn || Renewal == ConventionRenewal.Tacite);
}
