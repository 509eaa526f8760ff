using Evaluation.Core.Confirmations;

namespace Evaluation.Functions.Consult;

/// <summary>What came of a form about units.</summary>
internal static class UnitsOutcome
{
    public const string Confirmed = "confirmed";
    public const string Contested = "contested";
    public const string Maintained = "maintained";

    /// <summary>What was done, while something shown says so; null otherwise.</summary>
    /// <param name="states">Of the units that the page shows.</param>
    /// <param name="done">Code of what was done.</param>
    public static PageOutcome? Of(IReadOnlyCollection<UnitsState> states, string? done) => done switch
    {
        Confirmed when states.Contains(UnitsState.Confirmed) => PageOutcome.Done("Votre confirmation est enregistrée."),
        Contested when states.Contains(UnitsState.Contested) => PageOutcome.Done(
            "Votre contestation est enregistrée. Le service en est averti jusqu’à ce qu’il corrige la valeur ou la maintienne."),
        Maintained when states.Contains(UnitsState.Maintained) => PageOutcome.Done(
            "Votre réponse est enregistrée : la commune peut maintenant confirmer."),
        _ => null,
    };
}
