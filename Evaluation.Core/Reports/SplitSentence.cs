using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Money;

namespace Evaluation.Core.Reports;

/// <summary>Writes where a member’s amount comes from, so that it can be computed again by hand.</summary>
public static class SplitSentence
{
    private const int ShareDecimals = 6;
    private const int UnitDecimals = 4;

    /// <summary>
    /// The sentences of a member: one; in a year of several keys one per key, then one for the year; none when it has no
    /// share.
    /// </summary>
    public static IReadOnlyList<string> All(Allocation allocation, Siren member, Catalogue catalogue)
    {
        if (ShareOf(allocation, member) is not { } share)
        {
            return [];
        }

        return allocation.Spans.Count == 0
            ? [Of(allocation, share, catalogue)]
            : [
                .. from span in allocation.Spans
                   let part = ShareOf(span.Allocation, member)
                   where part is not null
                   select OfDays(span, part, catalogue),
                OfYear(allocation, share),
            ];
    }

    /// <summary>
    /// French sentences: units and parts, the exact quota and its cent, the terms that applied, the direct charges.
    /// </summary>
    /// <param name="allocation">Of a year under one key.</param>
    /// <param name="share">A member’s share of it.</param>
    /// <param name="catalogue">Names of what is counted.</param>
    public static string Of(Allocation allocation, MemberShare share, Catalogue catalogue) =>
        Prose([.. Weighing(allocation, share, catalogue), .. Due(share)]);

    private static MemberShare? ShareOf(Allocation allocation, Siren member) =>
        allocation.Shares.FirstOrDefault(s => s.Member.Siren == member);

    // What the days of one key give is not rounded: the cent and the limits are those of the year.
    private static string OfDays(SpanAllocation span, MemberShare share, Catalogue catalogue) => Prose(
    [
        $"Du {FrenchDate.InWords(span.From)} au {FrenchDate.InWords(span.To.AddDays(-1))}.",
        FrenchText.Opening(string.Join(' ', Weighing(span.Allocation, share, catalogue))),
        $"Ces jours donnent {Exact(share.Amount)}.",
    ]);

    private static string OfYear(Allocation allocation, MemberShare share)
    {
        var together = allocation.Spans.Sum(s => ShareOf(s.Allocation, share.Member.Siren)?.Amount ?? 0);
        return Prose(
        [
            $"Sur l’année, les jours de toutes les clés donnent {Exact(together)}.",
            .. share.Quota is { } quota ? [$"{Held(allocation)?.ForYear}La part exacte est de {Exactly(quota)}."] : Array.Empty<string>(),
            .. share.Terms.Select(Term),
            .. Due(share),
        ]);
    }

    private static IEnumerable<string> Weighing(Allocation allocation, MemberShare share, Catalogue catalogue) =>
        [Origin(allocation, share, catalogue), .. share.Terms.Select(Term), .. Relieved(allocation, share)];

    private static IEnumerable<string> Due(MemberShare share) =>
    [
        .. share.DirectCharges.Select(d =>
            $"{FrenchText.Plural(d.Amount, "S’y ajoute", "S’y ajoutent")} {FrenchQuantity.Euros(d.Amount, "affecté", "affectés")} " +
            $"directement ({ReportText.Inside(d.Category.Label())})."),
        $"Montant dû : {FrenchMoney.Euros(share.Amount)}.",
    ];

    private static string Prose(IReadOnlyList<string> sentences) =>
        ReportText.Prose(FrenchText.Opening(string.Join(' ', sentences)));

    private static string Exact(decimal euros) => FrenchNumber.Format(euros, UnitDecimals) + FrenchNumber.UnitSpace + "€";

    private static string Origin(Allocation allocation, MemberShare share, Catalogue catalogue) => allocation.Key.Method switch
    {
        AllocationMethod.UnitPrice when allocation.UnitCost is { } price =>
            $"{FrenchQuantity.OfShort(share.Criteria[0].Units, UnitDecimals, "unité", "unités")} de {SplitKeys.Named(allocation.Key.Criteria[0], catalogue)} " +
            $"à {FrenchNumber.Format(price, UnitDecimals)} €.",
        AllocationMethod.LumpSum => $"Forfait de la convention pour {FrenchText.Count(share.Days, "jour", "jours")} d’adhésion.",
        AllocationMethod.PerAct => FrenchText.List(
            [.. share.Acts.Select(a => $"{Units(a.Quantity)} × {SplitKeys.Price(a.Price)} pour {SplitKeys.Indicator(a.Indicator, catalogue)}")]) + ".",
        AllocationMethod.Free => "Service gratuit.",
        AllocationMethod.Split or AllocationMethod.UnitPrice =>
            $"{FrenchText.List([.. share.Criteria.Where(c => c.Weight > 0).Select(c => Part(c, catalogue))])}. " + Quota(allocation, share),
    };

    private static string Part(CriterionUnits criterion, Catalogue catalogue) =>
        $"{SplitKeys.Named(criterion.Criterion, catalogue)} : {Units(criterion.Units)} sur {Units(criterion.TotalUnits)}, " +
        $"pour {Percent(criterion.Weight, 2)} du coût";

    private static string Quota(Allocation allocation, MemberShare share)
    {
        var part = Percent(share.Share, ShareDecimals);
        return share.Quota is not { } quota ? $"Quote-part : {part} de {FrenchMoney.Euros(allocation.Basis.Shared)}."
            : Held(allocation) is { } held
                ? $"Quote-part : {part} ; {held.InWords} restent {FrenchMoney.Euros(held.Rest)} pour les autres, dont les quotes-parts font " +
                    $"{Percent(held.FreeShare, ShareDecimals)} : sa part en est {part} ÷ {Percent(held.FreeShare, ShareDecimals)}, soit {Exactly(quota)}."
            : $"Quote-part : {part} de {FrenchMoney.Euros(allocation.Basis.Shared)}, soit {Exactly(quota)}.";
    }

    // Limits of some leave another amount to the others: who has none reads here what its part is taken of.
    private static HeldAmounts? Held(Allocation allocation)
    {
        var held = allocation.Shares.Where(s => s.Quota is null && s.Terms.Any(t => t.Term >= KeyTerm.Floor)).ToList();
        return held.Count == 0 ? null : new HeldAmounts(
            held.Count, held.Sum(s => s.Shared), allocation.Basis.Shared - held.Sum(s => s.Shared), 1 - held.Sum(s => s.Share));
    }

    private static string Exactly(ExactQuota quota) =>
        $"{FrenchMoney.Euros(quota.Cents / 100)} et {FrenchNumber.Format(quota.Remainder, 4)} centime ; " +
        (quota.HasRoundingCent
            ? $"un centime d’arrondi est ajouté (rang {FrenchNumber.Format(quota.Rank)})"
            : $"aucun centime d’arrondi n’est ajouté (rang {FrenchNumber.Format(quota.Rank)})");

    // A relief of some changes the share of all: who is not relieved reads here why its own is larger than its parts.
    private static IEnumerable<string> Relieved(Allocation allocation, MemberShare share)
    {
        if (allocation.Shares.Any(s => s.Terms.Any(t => t.IsWeight)) && allocation.Shares.Sum(Weight) is > 0 and var weights)
        {
            yield return $"Des membres sont allégés : tous les poids font {Percent(weights, ShareDecimals)}, le sien {Percent(Weight(share), ShareDecimals)}, " +
                "d’où sa quote-part.";
        }
    }

    private static decimal Weight(MemberShare share) =>
        share.Terms.LastOrDefault(t => t.IsWeight)?.After ?? share.Criteria.Sum(c => c.Part);

    private static string Term(AppliedTerm term) => term.Term switch
    {
        KeyTerm.Franchise => $"Franchise : {FrenchQuantity.OfShort(term.Before, UnitDecimals, "unité", "unités")}, " +
            $"dont {FrenchQuantity.OfShort(term.After, UnitDecimals, "comptée", "comptées")}.",
        KeyTerm.Solidarity => $"Solidarité : {Change(term)}.",
        KeyTerm.ProgressiveEntry => $"Entrée progressive : {Change(term)}.",
        KeyTerm.Floor => $"Plancher : {Change(term)}.",
        KeyTerm.Ceiling => $"Plafond : {Change(term)}.",
        KeyTerm.GrowthCap => $"Hausse limitée : {Change(term)}.",
    };

    private static string Change(AppliedTerm term) => term.IsWeight
        ? $"poids de {Percent(term.Before, ShareDecimals)} ramené à {Percent(term.After, ShareDecimals)}, les autres portent la différence"
        : $"{FrenchQuantity.Euros(term.Before, "devient", "deviennent")} {FrenchMoney.Euros(term.After)}";

    private static string Units(decimal units) => FrenchNumber.FormatShort(units, UnitDecimals);

    private static string Percent(decimal part, int decimals) =>
        FrenchNumber.FormatShort(part * 100, decimals) + FrenchNumber.UnitSpace + "%";

    /// <param name="Count">Members whose amount a limit fixes.</param>
    /// <param name="Amount">What they owe of what is shared, euros.</param>
    /// <param name="Rest">What the others share, euros.</param>
    /// <param name="FreeShare">The parts of the others before limits, 0 to 1.</param>
    private sealed record HeldAmounts(int Count, decimal Amount, decimal Rest, decimal FreeShare)
    {
        public string InWords => $"des limites fixent le montant de {FrenchText.Count(Count, "membre", "membres")} ({FrenchMoney.Euros(Amount)}),";

        public string ForYear => $"{FrenchText.Opening(InWords)} restent {FrenchMoney.Euros(Rest)} pour les autres, à proportion de ce que leurs jours donnent. ";
    }
}
