using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Reports;

/// <summary>What a member owed, was called and has still to settle, or all of them. Euros, exact.</summary>
/// <param name="Member">Who; null for the total.</param>
/// <param name="Owed">Its part of the cost.</param>
/// <param name="Provisional">Instalments called.</param>
/// <param name="Regularised">Régularisations already called.</param>
/// <param name="Balance">Owed + carried − onward − called; positive is a complément, negative an avoir.</param>
/// <param name="Word">« complément », « avoir », « soldé ».</param>
/// <param name="Imputed">Taken off the attribution de compensation; not applicable to whoever has none, or where none is imputed.</param>
public sealed record SettlementRow(
    ReportMember? Member, Figure Owed, Figure Provisional, Figure Regularised, Figure Balance, string Word, Figure Imputed)
{
    /// <summary>What settled years left to settle with the call of this one; null when they left nobody anything.</summary>
    public Figure? Carried { get; init; }

    /// <summary>What the year, settled, left to settle with the calls of later ones; null when it left nobody anything.</summary>
    public Figure? Onward { get; init; }
}

/// <summary>The régularisation of the year.</summary>
/// <param name="Sentences">In words.</param>
/// <param name="Mode">How amounts are settled.</param>
/// <param name="Rows">Whoever has a share, a call or something carried, by Insee code.</param>
/// <param name="Total">All of them.</param>
public sealed record SettlementSection(
    IReadOnlyList<string> Sentences, SettlementMode Mode, IReadOnlyList<SettlementRow> Rows, SettlementRow Total)
{
    /// <summary>What each settled year left to settle with the call of this one; null when none left anything.</summary>
    public IReadOnlyList<CarriedRow>? Carried { get; init; }

    /// <summary>The years to whose calls anything is carried; null while nothing is.</summary>
    public IReadOnlyList<int>? OnwardTo { get; init; }

    /// <summary>What was called, by state; null while nobody said where any call stands.</summary>
    public CallsSection? Calls { get; init; }

    /// <summary>How the amounts of the year were settled (arrêtés); null while they were not.</summary>
    public SettledSection? Settled { get; init; }

    /// <summary>Whether anything was régularised already.</summary>
    public bool HasRegularised => Total.Regularised.Value != 0;

    /// <summary>Whether instalments are taken off the attribution de compensation.</summary>
    public bool IsImputed => Mode == SettlementMode.AcImputation;
}

/// <summary>Writes the régularisation.</summary>
internal static class SettlementSections
{
    /// <summary>The section; null while nothing was called, carried or settled, or nothing is shared.</summary>
    public static SettlementSection? Of(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        var provider = dossier.Mutualisation.Provider;
        IReadOnlyList<CarriedBalance> carried = [.. dossier.Settled.CarriedTo(dossier.Year).Where(c => c.Payer != provider)];
        if (evaluation.Settlement() is not { } settlement
            || dossier.CostsOf(dossier.Year) is not { } costs
            || (costs.Calls.All(c => c.Member == provider) && carried.Count == 0 && dossier.Settled.Find(dossier.Year) is null))
        {
            return null;
        }

        return new SettlementSection(
            [.. Sentences(settlement, costs).Select(ReportText.Prose)],
            settlement.Mode,
            [
                .. settlement.Members
                    .Select(b => (Balance: b, Member: Payer(dossier, b.Member)))
                    .OrderBy(b => b.Member.InseeCode ?? b.Member.Siren, StringComparer.Ordinal)
                    .Select(b => Row(b.Member, b.Balance, settlement)),
            ],
            Total(settlement))
        {
            Carried = CarriedRow.Of(dossier, carried),
            OnwardTo = settlement.OnwardTo.Count == 0 ? null : settlement.OnwardTo,
            Calls = CallsSection.Of(dossier, costs),
            Settled = SettledSection.Of(dossier, settlement),
        };
    }

    /// <summary>Who pays, as reports name it: also one that has left the community.</summary>
    public static ReportMember Payer(Dossier dossier, Siren payer) => dossier.Community.Find(payer.ToString()) is { } known
        ? ReportMember.Of(known)
        : new ReportMember(payer.ToString(), null, payer.ToString());

    private static SettlementRow Row(ReportMember member, MemberBalance balance, Settlement settlement) => new(
        member,
        Money(balance.Actual),
        Money(balance.Provisional),
        Money(balance.Regularised),
        Money(balance.Balance),
        Word(balance.Balance),
        Imputed(settlement, balance))
    {
        Carried = HasCarried(settlement) ? Money(balance.Carried) : null,
        Onward = HasOnward(settlement) ? Money(balance.Onward) : null,
    };

    private static SettlementRow Total(Settlement settlement) => new(
        null,
        Money(settlement.Actual),
        Money(settlement.Members.Sum(m => m.Provisional)),
        Money(settlement.Members.Sum(m => m.Regularised)),
        Money(settlement.Balance),
        Word(settlement.Balance),
        settlement.Members.Any(m => IsImputed(settlement, m)) ? Money(settlement.Members.Sum(settlement.ImputedOnAllowance)) : Figure.NotApplicable)
    {
        Carried = HasCarried(settlement) ? Money(settlement.Carried) : null,
        Onward = HasOnward(settlement) ? Money(settlement.Onward) : null,
    };

    private static Figure Imputed(Settlement settlement, MemberBalance balance) =>
        IsImputed(settlement, balance) ? Money(settlement.ImputedOnAllowance(balance)) : Figure.NotApplicable;

    // Nothing can be taken off an attribution de compensation that a body does not have, or that the convention leaves alone.
    private static bool IsImputed(Settlement settlement, MemberBalance balance) =>
        settlement.Mode == SettlementMode.AcImputation && balance.HasAllowance;

    private static bool HasCarried(Settlement settlement) => settlement.Members.Any(m => m.Carried != 0);

    private static bool HasOnward(Settlement settlement) => settlement.Members.Any(m => m.Onward != 0);

    private static IEnumerable<string> Sentences(Settlement settlement, CostYear costs)
    {
        var due = settlement.Members.Where(m => m.Kind == BalanceKind.Complement).ToList();
        var owed = settlement.Members.Where(m => m.Kind == BalanceKind.Credit).ToList();
        List<string> sides =
        [
            .. due.Count > 0
                ? [$"{FrenchText.Count(due.Count, "membre verse", "membres versent")} un complément ({FrenchMoney.Euros(due.Sum(m => m.Balance))})"]
                : Array.Empty<string>(),
            .. owed.Count > 0
                ? [$"{FrenchText.Count(owed.Count, "membre reçoit", "membres reçoivent")} un avoir ({FrenchMoney.Euros(-owed.Sum(m => m.Balance))})"]
                : Array.Empty<string>(),
        ];
        var isCarriedOn = sides.Count == 0 && HasOnward(settlement);
        var isNothing = settlement.Members.All(m => m is { Called: 0, Balance: 0, Onward: 0 });
        yield return isNothing ? "Rien n’est dû et rien n’a été appelé : il ne reste rien à régler."
            : isCarriedOn
            ? $"Ce qui restait à régler est reporté sur {FrenchText.List([.. settlement.OnwardTo.Select(ReportText.Year)])} : il ne reste rien à régler pour {settlement.Year}."
            : sides.Count == 0
            ? "Chaque membre a été appelé pour exactement ce qu’il doit : il ne reste rien à régler."
            : $"{FrenchText.List(sides)} : le solde net est de {FrenchMoney.SignedEuros(settlement.Balance)}.";
        if (!costs.IsObserved)
        {
            var whole = costs.Lines.Any(l => l.Stage == CostStage.Actual) ? " en entier" : "";
            yield return $"Soldes provisoires : ils comparent les appels à la prévision, le coût constaté n’est pas transmis{whole}.";
        }

        yield return settlement.Mode switch
        {
            SettlementMode.AcImputation when settlement.Members.Any(m => !m.HasAllowance && m.Provisional != 0) =>
                "Les acomptes des communes sont imputés sur leur attribution de compensation ; les autres membres n’en ont pas, leurs " +
                $"acomptes {(isCarriedOn ? "" : "et tous les soldes ")}se règlent à part, par titre ou mandat.",
            SettlementMode.AcImputation when isCarriedOn => "Les acomptes sont imputés sur l’attribution de compensation.",
            SettlementMode.AcImputation =>
                "Les acomptes sont imputés sur l’attribution de compensation ; le solde se règle à part, par titre ou mandat.",
            SettlementMode.TitreRecette => SettlementWords.Of(settlement.Mode),
            SettlementMode.Gratuit when isNothing => "Le service est gratuit.",
            SettlementMode.Gratuit when isCarriedOn => "Le service est gratuit : ce qui a été appelé est à rendre sur les exercices suivants.",
            SettlementMode.Gratuit when HasCarried(settlement) || HasOnward(settlement) =>
                "Le service est gratuit : ce qui a été appelé est à rendre ; le solde compte aussi ce qui est reporté.",
            SettlementMode.Gratuit => "Le service est gratuit : ce qui a été appelé est à rendre.",
        };
    }

    private static string Word(decimal balance) => balance switch
    {
        > 0 => "complément",
        < 0 => "avoir",
        _ => "soldé",
    };

    private static Figure Money(decimal euros) => Figure.Of(euros, 2);
}
