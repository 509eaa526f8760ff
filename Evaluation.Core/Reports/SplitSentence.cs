using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>Writes where a member’s amount comes from, so that it can be computed again by hand.</summary>
public static class SplitSentence
{
    private const int ShareDecimals = 6;
    private const int UnitDecimals = 4;

    /// <summary>The sentences of a member, one per key that ruled a part of the year; none when it has no share.</summary>
    public static IReadOnlyList<string> All(Allocation allocation, Siren member, Catalogue catalogue) =>
    [
        .. (allocation.Spans.Count == 0 ? [allocation] : allocation.Spans.Select(s => s.Allocation))
            .SelectMany(a => a.Shares.Where(s => s.Member.Siren == member).Select(s => Of(a, s, catalogue))),
        .. OfYear(allocation, member),
    ];

    /// <summary>« Sur l’année : 67 836,91 € + 63 388,44 € = 131 225,35 €. » where several keys make the amount; nothing else.</summary>
    public static IEnumerable<string> OfYear(Allocation allocation, Siren member)
    {
        var amounts = allocation.Spans.SelectMany(s => s.Allocation.Shares.Where(m => m.Member.Siren == member)).Select(s => s.Amount).ToList();
        if (amounts.Count > 1)
        {
            yield return ReportText.Prose(
                $"Sur l’année : {string.Join(" + ", amounts.Select(FrenchMoney.Euros))} = {FrenchMoney.Euros(amounts.Sum())}.");
        }
    }

    /// <summary>
    /// French sentences: units and parts, the exact quota and its cent, the terms that applied, the direct charges.
    /// </summary>
    /// <param name="allocation">Under one key; for a year of several, one of its spans.</param>
    /// <param name="share">A member’s share of it.</param>
    /// <param name="catalogue">Names of what is counted.</param>
    public static string Of(Allocation allocation, MemberShare share, Catalogue catalogue)
    {
        List<string> sentences = [Origin(allocation, share, catalogue)];
        sentences.AddRange(share.Terms.Select(Term));
        sentences.AddRange(Relieved(allocation, share));
        sentences.AddRange(share.DirectCharges.Select(d =>
            $"{FrenchText.Plural(d.Amount, "S’y ajoute", "S’y ajoutent")} {FrenchQuantity.Euros(d.Amount, "affecté", "affectés")} directement ({ReportText.Inside(d.Category.Label())})."));
        sentences.Add($"Montant dû : {FrenchMoney.Euros(share.Amount)}.");
        return ReportText.Prose(ReportText.Opening(string.Join(' ', sentences)));
    }

    private static string Origin(Allocation allocation, MemberShare share, Catalogue catalogue) => allocation.Key.Method switch
    {
        AllocationMethod.UnitPrice when allocation.UnitCost is { } price =>
            $"{FrenchQuantity.OfShort(share.Criteria[0].Units, UnitDecimals, "unité", "unités")} de {SplitKeys.Named(allocation.Key.Criteria[0], catalogue)} " +
            $"à {FrenchNumber.Format(price, UnitDecimals)} €.",
        AllocationMethod.LumpSum => $"Forfait de la convention pour {FrenchText.Count(share.Days, "jour", "jours")} d’adhésion.",
        AllocationMethod.PerAct => FrenchText.List(
            [.. share.Acts.Select(a => $"{Units(a.Quantity)} × {SplitKeys.Price(a.Price)} pour {SplitKeys.Indicator(a.Indicator, catalogue)}")]) + ".",
        AllocationMethod.Free => "Service gratuit.",
        _ => $"{FrenchText.List([.. share.Criteria.Where(c => c.Weight > 0).Select(c => Part(c, catalogue))])}. " + Quota(allocation, share),
    };

    private static string Part(CriterionUnits criterion, Catalogue catalogue) =>
        $"{SplitKeys.Named(criterion.Criterion, catalogue)} : {Units(criterion.Units)} sur {Units(criterion.TotalUnits)}, " +
        $"pour {Percent(criterion.Weight, 2)} du coût";

    private static string Quota(Allocation allocation, MemberShare share)
    {
        var part = $"Quote-part : {Percent(share.Share, ShareDecimals)} de {FrenchMoney.Euros(allocation.Basis.Shared)}";
        return share.Quota is not { } quota
            ? part + "."
            : $"{part}, soit {FrenchMoney.Euros(quota.Cents / 100)} et {FrenchNumber.Format(quota.Remainder, 4)} centime ; " +
                (quota.HasRoundingCent
                    ? $"un centime d’arrondi est ajouté (rang {FrenchNumber.Format(quota.Rank)})."
                    : $"aucun centime d’arrondi n’est ajouté (rang {FrenchNumber.Format(quota.Rank)}).");
    }

    // A relief of some changes the share of all: who is not relieved reads here why its own is larger than its parts.
    private static IEnumerable<string> Relieved(Allocation allocation, MemberShare share)
    {
        var weights = allocation.Shares.Sum(Weight);
        if (allocation.Shares.Any(s => s.Terms.Any(t => t.IsWeight)) && weights > 0)
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
        _ => $"Hausse limitée : {Change(term)}.",
    };

    private static string Change(AppliedTerm term) => term.IsWeight
        ? $"poids de {Percent(term.Before, ShareDecimals)} ramené à {Percent(term.After, ShareDecimals)}, les autres portent la différence"
        : $"{FrenchQuantity.Euros(term.Before, "devient", "deviennent")} {FrenchMoney.Euros(term.After)}";

    private static string Units(decimal units) => FrenchNumber.FormatShort(units, UnitDecimals);

    private static string Percent(decimal part, int decimals) =>
        FrenchNumber.FormatShort(part * 100, decimals) + FrenchNumber.UnitSpace + "%";
}
