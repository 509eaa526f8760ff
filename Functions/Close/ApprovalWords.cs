using Evaluation.Core.Closing;

namespace Evaluation.Functions.Close;

/// <summary>The approval of a period, in French.</summary>
internal static class ApprovalWords
{
    /// <summary>Where a period stands.</summary>
    public static string State(ApprovalState state) => state switch
    {
        ApprovalState.Draft => "en saisie",
        ApprovalState.Submitted => "soumise à validation",
        ApprovalState.Validated => "validée par le service",
        ApprovalState.Accepted => "acceptée par la communauté",
    };

    /// <summary>What a button does.</summary>
    public static string Order(ApprovalStep step) => step switch
    {
        ApprovalStep.Submit => "Soumettre",
        ApprovalStep.Validate => "Valider",
        ApprovalStep.Accept => "Accepter",
        ApprovalStep.Return => "Renvoyer en saisie",
    };

    /// <summary>What was done.</summary>
    public static string Taken(ApprovalStep step) => step switch
    {
        ApprovalStep.Submit => "soumise à validation",
        ApprovalStep.Validate => "validée par le service",
        ApprovalStep.Accept => "acceptée par la communauté",
        ApprovalStep.Return => "renvoyée en saisie",
    };
}
