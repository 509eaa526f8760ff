using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Members;

/// <summary>What is read first in the statement of a member: its totals, as its tables give them.</summary>
internal static class StatedTotals
{
    private const int Before = 2;
    private const int Amount = 3;
    private const int Imputed = 1;
    private const int Called = 2;
    private const int Balance = 4;

    /// <summary>One or two sentences.</summary>
    /// <param name="facts">Of the paper.</param>
    /// <param name="amounts">By service; null without a service.</param>
    /// <param name="settlement">What was called; null while nothing was.</param>
    public static string Lead(MemberStatementFacts facts, PaperTable? amounts, PaperTable? settlement)
    {
        if (amounts is null)
        {
            return $"{facts.Name} ne prend part à aucun service mutualisé {FrenchText.De(ReportText.Name(facts.Community.Name))} en {facts.Written}.";
        }

        var known = amounts.Rows.Count(r => r.Cells[Amount].Number is not null);
        if (amounts.Total!.Cells[Amount].Words == PaperTotals.NotApplicable)
        {
            return $"{facts.Name} n’a pas de coût à partager en {facts.Written}.";
        }

        if (amounts.Total.Cells[Amount].Number is not { } amount)
        {
            return $"Aucun montant de {facts.Written} n’est connu pour {facts.Name}.";
        }

        var drafts = facts.Accounts.Any(a => a.Service.IsDraft) ? "Projet : pour " : "Pour ";
        var compared = Compared(facts, amounts) is { } change ? $", {change}" : "";
        var sum = $"{drafts}{facts.Written}, {Said(facts, amount)} pour {FrenchText.Count(known, "service", "services")}" +
            $"{(IsWhole(amounts, Amount) ? "" : " dont le montant est connu")}{compared}{Free(facts)}.";
        return settlement?.Total!.Cells[Balance] is { Number: { } balance, Note: null } ? $"{sum} {Left(balance)}{Onward(facts)}" : sum;
    }

    /// <summary>Amount, calls, balance; of a sum that is partial, that it is.</summary>
    public static PaperFigures Figures(MemberStatementFacts facts, PaperTable amounts, PaperTable? settlement)
    {
        var total = amounts.Total!.Cells;
        return new PaperFigures(
        [
            new PaperFigure(facts.HasFree ? $"Part du coût de {facts.Written}" : $"Montant de {facts.Written}", Euros(total[Amount]), total[Amount].Note ?? Compared(facts, amounts)),
            .. settlement?.Total!.Cells is { } settled
                ? [
                    new PaperFigure($"Appels de {facts.Written}", Euros(settled[Called]), settled[Called].Note ?? OnAllowance(settled[Imputed])),
                    new PaperFigure(
                        "Solde", Euros(settled[Balance], isSigned: true), settled[Balance].Note ?? (settled[Balance].Number is { } balance ? Way(balance) : null)),
                ]
                : (PaperFigure[])[],
        ]);
    }

    // Of a free service a member has a part, and owes none of it.
    private static string Said(MemberStatementFacts facts, decimal amount) => facts.HasFree
        ? $"la part {FrenchText.De(facts.Name)} est de {FrenchMoney.Euros(amount)}"
        : $"{facts.Name} doit {FrenchMoney.Euros(amount)}";

    private static string Free(MemberStatementFacts facts) =>
        !facts.HasFree ? "" : facts.IsAllFree ? " ; rien n’est dû de cette part" : " ; rien n’est dû pour ce qui est gratuit";

    private static string? OnAllowance(PaperCell imputed) => imputed.Number is { } euros
        ? PaperRemark.After($"acomptes imputés sur l’attribution de compensation : {FrenchMoney.Euros(euros)}", imputed.Note)
        : null;

    // Only where every service has both amounts: two sums of other services are not compared.
    private static string? Compared(MemberStatementFacts facts, PaperTable amounts) =>
        amounts.Total!.Cells is [.., { Number: { } before }, _, { Number: { } change }] && IsWhole(amounts, Before) && IsWhole(amounts, Amount)
            ? $"après {FrenchMoney.Euros(before)} en {facts.BeforeWritten} ({FrenchMoney.SignedEuros(change)})"
            : null;

    private static bool IsWhole(PaperTable table, int column) => table.Rows.All(r => r.Cells[column].Number is not null || IsWithoutAmount(r));

    private static bool IsWithoutAmount(PaperRow row) =>
        row.Cells[Before].Words == PaperTotals.NotApplicable && row.Cells[Amount].Words == PaperTotals.NotApplicable;

    private static string Euros(PaperCell cell, bool isSigned = false) => cell.Number is not { } number ? cell.Words ?? ""
        : isSigned ? FrenchMoney.SignedEuros(number)
        : FrenchMoney.Euros(number);

    private static string Left(decimal balance) => balance switch
    {
        > 0 => $"Il reste {FrenchMoney.Euros(balance)} à payer.",
        < 0 => $"Un avoir de {FrenchMoney.Euros(-balance)} est à lui rendre.",
        _ => "Rien ne reste à appeler.",
    };

    // What a settled year leaves to a later one is part of neither its calls nor its balance.
    private static string Onward(MemberStatementFacts facts)
    {
        IReadOnlyList<AccountCarried> onward = [.. facts.Accounts.Select(a => a.Account.Calls?.Onward).OfType<AccountCarried>()];
        var euros = onward.Sum(o => o.Amount.Value ?? 0);
        var years = FrenchText.List([.. onward.SelectMany(o => o.Years).Distinct().Order().Select(ReportText.Year)]);
        return euros == 0 ? ""
            : $" {FrenchMoney.Euros(decimal.Abs(euros))} {(euros > 0 ? "à payer" : "à lui rendre")} {FrenchText.Plural(euros, "est reporté", "sont reportés")} sur {years}.";
    }

    private static string Way(decimal balance) => balance switch
    {
        > 0 => "complément à payer",
        < 0 => "avoir à rendre au membre",
        _ => "rien ne reste à appeler",
    };
}
