namespace Evaluation.Core.Confirmations;

/// <summary>Where the units of a member in a period stand.</summary>
public enum UnitsState
{
    /// <summary>The member has not said anything.</summary>
    ToConfirm,

    /// <summary>The member says that they are right.</summary>
    Confirmed,

    /// <summary>They changed since the member confirmed them.</summary>
    ToConfirmAgain,

    /// <summary>The member says that they are not right, and the provider has not answered.</summary>
    Contested,

    /// <summary>They changed since the member contested them.</summary>
    Corrected,

    /// <summary>The member contested them, and the provider keeps them.</summary>
    Maintained,
}

/// <summary>What states are and how they are said.</summary>
public static class UnitsStates
{
    /// <summary>The state of units, by what the member last said of them.</summary>
    /// <param name="units">As they are known.</param>
    /// <param name="answer">Null when the member said nothing.</param>
    public static UnitsState Of(MemberUnits units, UnitsAnswer? answer) => answer switch
    {
        null => UnitsState.ToConfirm,
        { Verdict: UnitsVerdict.Confirmed } => units.AreStill(answer.Figures) ? UnitsState.Confirmed : UnitsState.ToConfirmAgain,
        _ when !units.AreStill(answer.Figures) => UnitsState.Corrected,
        { Reply: not null } => UnitsState.Maintained,
        _ => UnitsState.Contested,
    };

    /// <summary>Whether the member is asked to confirm them.</summary>
    public static bool AsksMember(this UnitsState state) => state switch
    {
        UnitsState.ToConfirm or UnitsState.ToConfirmAgain or UnitsState.Corrected or UnitsState.Maintained => true,
        UnitsState.Confirmed or UnitsState.Contested => false,
    };

    /// <summary>« à confirmer », « confirmées », « contestées »…, as is said of units.</summary>
    public static string Label(this UnitsState state) => state switch
    {
        UnitsState.ToConfirm => "à confirmer",
        UnitsState.Confirmed => "confirmées",
        UnitsState.ToConfirmAgain => "à confirmer de nouveau",
        UnitsState.Contested => "contestées",
        UnitsState.Corrected => "corrigées, à confirmer",
        UnitsState.Maintained => "maintenues, à confirmer",
    };
}
