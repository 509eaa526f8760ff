using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;

namespace Evaluation.Core.Reports;

/// <summary>What a settled year left to settle with the call of the year of the report. Euros, exact.</summary>
/// <param name="Year">The year that was settled.</param>
/// <param name="On">When, local date.</param>
/// <param name="IsCorrection">Whether it had been settled before: the amount is then the régularisation.</param>
/// <param name="Member">Who.</param>
/// <param name="Amount">Positive when the member still owes.</param>
public sealed record CarriedRow(int Year, DateOnly On, bool IsCorrection, ReportMember Member, Figure Amount)
{
    /// <summary>The rows; null when nothing is carried.</summary>
    internal static IReadOnlyList<CarriedRow>? Of(Dossier dossier, IReadOnlyList<CarriedBalance> carried) => carried.Count == 0
        ? null
        : [.. carried.Select(c => new CarriedRow(c.Year, c.On, c.IsCorrection, SettlementSections.Payer(dossier, c.Payer), Figure.Of(c.Amount, 2)))];
}

/// <summary>What settling a year again changed for a member, or for all of them. Euros, exact.</summary>
/// <param name="Member">Who; null for the total.</param>
/// <param name="AmountBefore">Its amount as it had been settled.</param>
/// <param name="AmountAfter">As it is settled now.</param>
/// <param name="BalanceBefore">What was left to settle.</param>
/// <param name="BalanceAfter">What is.</param>
/// <param name="Change">The régularisation: balance after − before.</param>
public sealed record CorrectionRow(
    ReportMember? Member, Figure AmountBefore, Figure AmountAfter, Figure BalanceBefore, Figure BalanceAfter, Figure Change);

/// <summary>A year that was settled again.</summary>
/// <param name="Before">When it had been settled, local date.</param>
/// <param name="On">When it was again, local date.</param>
/// <param name="CarriedTo">The year to whose call the régularisation goes; null when the service ends before it.</param>
/// <param name="Rows">Whoever either names, by SIREN.</param>
/// <param name="Total">All of them.</param>
public sealed record YearCorrection(DateOnly Before, DateOnly On, int? CarriedTo, IReadOnlyList<CorrectionRow> Rows, CorrectionRow Total);

/// <summary>How the amounts of the year were settled (arrêtés).</summary>
/// <param name="Sentences">In words.</param>
/// <param name="Corrections">Each time it was settled again, in order.</param>
public sealed record SettledSection(IReadOnlyList<string> Sentences, IReadOnlyList<YearCorrection> Corrections)
{
    /// <summary>The section; null while the year was never settled.</summary>
    internal static SettledSection? Of(Dossier dossier, Settlement settlement) => dossier.Settled.Find(dossier.Year) is not { } settled
        ? null
        : new SettledSection(
            [.. Told(settled, settlement, dossier.AsOf).Select(ReportText.Prose)],
            [.. settled.Settlings.Zip(settled.Settlings.Skip(1), (before, after) => Correction(dossier, before, after))]);

    private static IEnumerable<string> Told(SettledYear settled, Settlement settlement, DateOnly asOf)
    {
        var last = settled.Last;
        yield return $"Les montants de {settled.Year} ont été arrêtés le {FrenchDate.InWords(last.On)} ({last.Function}).";
        if (last.OpenOn(asOf) is { } open)
        {
            yield return $"Ils sont ouverts jusqu’au {FrenchDate.InWords(open.Until)} : ils peuvent encore changer.";
        }

        if (!Says(last, settlement))
        {
            yield return "Les montants de cette page ne sont plus ceux qui ont été arrêtés : ils restent à arrêter de nouveau.";
        }
        else if (last.CarriedTo is { } next && last.Amounts.Any(a => a.Balance != 0))
        {
            yield return settled.Settlings.All(s => s.CarriedTo == next)
                ? $"Les soldes sont reportés sur l’appel de {next}."
                : "Les soldes sont reportés sur les appels suivants.";
        }
    }

    /// <summary>Whether what each payer owes is what was settled.</summary>
    internal static bool Says(YearSettling settling, Settlement settlement)
    {
        var kept = settling.Amounts.ToDictionary(a => a.Payer);
        return settlement.Members.All(m => kept.TryGetValue(m.Member, out var amount)
                ? (amount.Amount, amount.Carried, amount.Called) == (m.Actual, m.Carried, m.Called)
                : (m.Actual, m.Carried, m.Called) == (0, 0, 0))
            && kept.Values.All(a => a is { Amount: 0, Carried: 0, Called: 0 } || settlement.Members.Any(m => m.Member == a.Payer));
    }

    private static YearCorrection Correction(Dossier dossier, YearSettling before, YearSettling after) => new(
        before.On,
        after.On,
        after.CarriedTo,
        [
            .. before.Amounts.Concat(after.Amounts).Select(a => a.Payer).Distinct()
                .Select(payer => (Member: SettlementSections.Payer(dossier, payer), Payer: payer))
                .OrderBy(p => p.Member.InseeCode ?? p.Member.Siren, StringComparer.Ordinal)
                .Select(p => Row(p.Member, Of(before, p.Payer), Of(after, p.Payer))),
        ],
        Row(null, before.Amounts, after.Amounts));

    private static IReadOnlyList<SettledAmount> Of(YearSettling settling, Siren payer) => [.. settling.Amounts.Where(a => a.Payer == payer)];

    private static CorrectionRow Row(ReportMember? member, IReadOnlyList<SettledAmount> before, IReadOnlyList<SettledAmount> after) => new(
        member,
        Figure.Of(before.Sum(a => a.Amount), 2),
        Figure.Of(after.Sum(a => a.Amount), 2),
        Figure.Of(before.Sum(a => a.Balance), 2),
        Figure.Of(after.Sum(a => a.Balance), 2),
        Figure.Of(after.Sum(a => a.Balance) - before.Sum(a => a.Balance), 2));
}
