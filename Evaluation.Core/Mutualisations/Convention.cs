using Evaluation.Core.Costs;

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

/// <summary>The contract between the parties (object, missions, means, financial terms).</summary>
/// <param name="Number">Its reference.</param>
/// <param name="Object">What it is for, one French sentence.</param>
/// <param name="StartsOn">First day in force.</param>
/// <param name="EndsOn">Last day in force; null when it has no term.</param>
/// <param name="NoticeMonths">Notice to leave, in months.</param>
/// <param name="Settlement">How amounts are settled.</param>
/// <param name="Allocation">How the cost is shared; null where no cost is shared.</param>
public sealed record Convention(
    string Number,
    string Object,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    int NoticeMonths,
    SettlementMode Settlement,
    AllocationKey? Allocation);
