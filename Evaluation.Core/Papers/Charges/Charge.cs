using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Papers.Charges;

/// <summary>How an amount is put into the accounts of who it is due to (docs/spec/settlement.md).</summary>
public enum ChargeAct
{
    /// <summary>A titre de recettes is issued.</summary>
    Title,

    /// <summary>A mandat is issued: the amount is paid back.</summary>
    PaymentOrder,

    /// <summary>It is imputed on the attribution de compensation.</summary>
    Allowance,
}

/// <summary>An amount between two bodies for a year of a service: a call, or what is left to settle. Euros, to the cent.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Creditor">Who runs the service.</param>
/// <param name="Payer">Who takes part in it.</param>
/// <param name="Act">How it is put into the accounts of the creditor.</param>
/// <param name="Kind">Instalment or régularisation.</param>
/// <param name="On">Day of the call; null for what is left to settle, which nobody called yet.</param>
/// <param name="State">Where the call stands; null for what is left to settle.</param>
/// <param name="Amount">Negative for what is paid back to the payer; never 0.</param>
public sealed record Charge(
    string Service, Siren Creditor, Siren Payer, ChargeAct Act, CallKind Kind, DateOnly? On, CallState? State, decimal Amount);

/// <summary>The amounts of a year of a service.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Charges">By payer, calls in document order, then what is left to settle.</param>
/// <param name="IsBilled">Whether its convention shares a cost and has it paid.</param>
/// <param name="WhyNoBalance">Why nobody can tell what is left to settle, a clause; null when it is told.</param>
public sealed record ServiceCharges(string Service, IReadOnlyList<Charge> Charges, bool IsBilled, string? WhyNoBalance)
{
    /// <summary>The amounts of the year that was evaluated.</summary>
    public static ServiceCharges Of(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        var (mutualisation, costs, mode) = (dossier.Mutualisation, dossier.CostsOf(dossier.Year), dossier.ConventionOf(dossier.Year)?.Settlement);
        var settlement = costs is { IsObserved: true } ? evaluation.Settlement() : null;
        var calls = costs?.Calls ?? [];
        var left = settlement?.Members.ToDictionary(m => m.Member, m => m.Balance) ?? [];
        var payers = calls.Select(c => c.Member).Union(left.Keys).Where(p => p != mutualisation.Provider).Order();
        return new ServiceCharges(
            mutualisation.Label,
            [
                .. payers.SelectMany(payer => calls.Where(c => c.Member == payer && c.Amount != 0)
                    .Select(c => Charge(payer, ActOf(c), c.Kind, c.CalledOn, c.StateOn(dossier.AsOf), c.Amount))
                    .Concat(left.GetValueOrDefault(payer) is not 0 and var balance
                        ? [Charge(payer, TitleOf(balance), CallKind.Balance, null, null, balance)]
                        : [])),
            ],
            dossier.ConventionOf(dossier.Year) is { Allocation: not null, Settlement: not SettlementMode.Gratuit },
            settlement is null ? "le coût constaté n’est pas connu en entier ou n’est pas réparti" : null);

        Charge Charge(Siren payer, ChargeAct act, CallKind kind, DateOnly? on, CallState? state, decimal amount) =>
            new(mutualisation.Label, mutualisation.Provider, payer, act, kind, on, state, amount);

        ChargeAct ActOf(FundsCall call) =>
            call.Kind == CallKind.Provisional
            && mode == SettlementMode.AcImputation
            && dossier.Community.Find(call.Member.ToString()) is { Kind: MemberKind.Commune }
                ? ChargeAct.Allowance
                : TitleOf(call.Amount);
    }

    private static ChargeAct TitleOf(decimal amount) => amount < 0 ? ChargeAct.PaymentOrder : ChargeAct.Title;
}
