using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Functions.Administer;

namespace Evaluation.Functions.Consult;

/// <summary>The accounts of a year of a service, as their page shows them to someone.</summary>
/// <param name="Community">Whose.</param>
/// <param name="Mutualisation">Which service.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="WhyNot">Why the year is not evaluated, one French sentence; null when the service was in force.</param>
/// <param name="Settlement">What each payer owes now; null while nothing was called, carried or settled, or nothing is shared.</param>
/// <param name="Settled">The settled years of the service.</param>
/// <param name="Calls">What was called for the year, in document order.</param>
/// <param name="Today">Local date.</param>
public sealed record AccountsYear(
    Community Community,
    Mutualisation Mutualisation,
    int Year,
    string? WhyNot,
    SettlementSection? Settlement,
    SettledYears Settled,
    IReadOnlyList<KnownCall> Calls,
    DateOnly Today)
{
    /// <summary>Instalments that the forecast proposes; null where there are some already, or nothing to propose.</summary>
    public ProposedCalls? Proposed { get; init; }

    /// <summary>Whether the cost of the year is shared among members: each has then an amount that can be explained.</summary>
    public bool IsSplit { get; init; }

    public SettlingState State => Settled.StateOf(Year, Today);

    /// <summary>Where the amounts stand, one French sentence.</summary>
    public string Sentence => Typography.Fix(State switch
    {
        SettlingState.Open => $"Les montants de {Year} ne sont pas arrêtés : ils suivent ce qui est saisi.",
        SettlingState.Settled =>
            $"Les montants de {Year} sont arrêtés depuis le {FrenchDate.InWords(Known!.Last.On)} : coûts, appels, clé, référence et valeurs "
            + "ne changent plus, sauf ouverture par la direction.",
        SettlingState.Opened =>
            $"Les montants de {Year} sont ouverts jusqu’au {FrenchDate.InWords(Settled.OpeningOf(Year, Today)!.Until)} : "
            + "arrêtez-les de nouveau une fois corrigés.",
    });

    /// <summary>Whether the service shares its cost in the year: without that there is no amount to settle.</summary>
    public bool SharesCosts => Mutualisation.LegalFormIn(Year).SharesCosts();

    /// <summary>What settled years left to settle with the call of the year.</summary>
    public IReadOnlyList<CarriedBalance> Carried => [.. Settled.CarriedTo(Year).Where(c => c.Payer != Mutualisation.Provider)];

    public SettledYear? Known => Settled.Find(Year);

    /// <summary>Whether what the accounts come to now is what was settled last.</summary>
    public required bool IsAsSettled { get; init; }

    /// <summary>Whether the amounts are to be settled: the year is over, and they are not settled, or no longer are what was.</summary>
    public bool IsToSettle => WhyNot is null && SharesCosts && Year < Today.Year
        && (State != SettlingState.Settled || (Known is { Last.Openings.Count: > 0 } && !IsAsSettled));

    /// <summary>Who pays, as the page names it.</summary>
    public string NameOf(Siren payer) => Community.Find(payer.ToString()) is { } member ? Typography.Apostrophes(member.Name) : payer.ToString();
}
