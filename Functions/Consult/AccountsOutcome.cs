using Evaluation.Core.Closing;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Functions.Administer;

namespace Evaluation.Functions.Consult;

/// <summary>What came of a form about the accounts of a year. A confirmation is shown while it is true.</summary>
internal static class AccountsOutcome
{
    public const string Settled = "settled";
    public const string Opened = "opened";
    public const string Said = "said";
    public const string Taken = "taken";

    /// <param name="shown">What the page shows now.</param>
    /// <param name="done">Code of what was done.</param>
    /// <param name="chosen">The call that was spoken of; null for none.</param>
    public static PageOutcome? Of(AccountsYear shown, string? done, KnownCall? chosen) => (done, shown.State) switch
    {
        (Settled, SettlingState.Settled) => PageOutcome.Done($"Les montants de {shown.Year} sont arrêtés."),
        (Opened, SettlingState.Opened) when shown.Settled.OpeningOf(shown.Year, shown.Today) is { } opening => PageOutcome.Done(
            $"Les montants de {shown.Year} sont ouverts jusqu’au {FrenchDate.InWords(opening.Until)}. Corrigez, puis arrêtez-les de nouveau."),
        (Said, _) when chosen?.Told is { } told => PageOutcome.Done(
            $"L’appel du {FrenchDate.InWords(chosen.Call.CalledOn)} ({shown.NameOf(chosen.Call.Member)}) est {told.Standing.State.Label()} depuis le {FrenchDate.InWords(told.Standing.On)}."),
        (Taken, _) when shown.Calls.Count > 0 => PageOutcome.Done("Les acomptes proposés sont repris parmi les appels de l’année."),
        _ => null,
    };
}
