using Evaluation.Core.Assessments.Criteria;

namespace Evaluation.Core.Decisions;

/// <summary>What a director decides of a mutualisation.</summary>
public enum DecisionKind
{
    /// <summary>Go on as it is.</summary>
    Continue,

    /// <summary>Offer it to more members.</summary>
    Extend,

    /// <summary>Go on and change something.</summary>
    Amend,

    /// <summary>Stop.</summary>
    Stop,
}

/// <summary>French words of decisions, and what they have to do with proposals.</summary>
public static class DecisionKinds
{
    /// <summary>« poursuivre », « étendre », « faire évoluer », « arrêter ».</summary>
    public static string Label(this DecisionKind kind) => kind switch
    {
        DecisionKind.Continue => "poursuivre",
        DecisionKind.Extend => "étendre",
        DecisionKind.Amend => "faire évoluer",
        DecisionKind.Stop => "arrêter",
    };

    /// <summary>The decision that follows a proposal.</summary>
    public static DecisionKind Followed(this ProposalKind proposal) => proposal switch
    {
        ProposalKind.Poursuivre => DecisionKind.Continue,
        ProposalKind.Etendre => DecisionKind.Extend,
        ProposalKind.FaireEvoluer => DecisionKind.Amend,
        ProposalKind.Arreter => DecisionKind.Stop,
    };
}
