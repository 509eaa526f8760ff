using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>Who spends more than before and who less, over the services whose saving is established.</summary>
internal static class DebatedMembers
{
    private const int MostNamed = 10;

    /// <summary>The members, who loses most first; how their savings lead to that of the services.</summary>
    /// <param name="facts">Of the paper.</param>
    /// <param name="told">Services whose saving is established.</param>
    /// <param name="total">Their saving, euros.</param>
    public static IEnumerable<PaperBlock> Of(BudgetDebateFacts facts, IReadOnlyList<ServiceYears> told, decimal total)
    {
        var parted = told.Select(s => facts.Of(s)!.Savings).Where(s => s.ByMember.Count > 0).ToList();
        List<MemberSum> members =
        [
            .. parted.SelectMany(s => s.ByMember).GroupBy(b => b.Member.Siren)
                .Select(b => new MemberSum(b.First().Member, b.Sum(m => m.NetCost), b.Sum(m => m.ReferenceAtCurrentPrices)))
                .OrderBy(m => m.Saving)
                .ThenBy(m => m.Member.SortKey, StringComparer.Ordinal),
        ];
        if (members.Count == 0)
        {
            yield break;
        }

        var losing = members.Where(m => m.Saving < 0).ToList();
        var most = losing.FindAll(m => m.Saving == losing[0].Saving);
        yield return new PaperText(losing switch
        {
            [] => $"Aucun membre ni porteur ne dépense plus qu’avant, aux prix de {facts.Written} et pour le volume d’avant.",
            _ => $"Parmi les membres et les porteurs, {FrenchText.Count(losing.Count, "dépense", "dépensent")} plus qu’avant, aux prix de " +
                $"{facts.Written} et pour le volume d’avant ; {(most.Count == losing.Count ? "" : "le plus, ")}{FrenchText.List([.. most.Select(m => ReportText.Name(m.Member.Name))])} : " +
                $"{FrenchMoney.Euros(-most[0].Saving)} de plus{(most.Count == 1 ? "" : " chacun")}.",
        });
        yield return Situations(facts, members);
        if (losing.Count > 0)
        {
            yield return Named(facts, losing);
        }

        if (Passage(facts, told, members.Sum(m => m.Saving), parted.Sum(s => s.Total!.Volume), total) is { } passage)
        {
            yield return passage;
        }
    }

    private static PaperTable Situations(BudgetDebateFacts facts, List<MemberSum> members)
    {
        IReadOnlyList<PaperColumn> columns = [PaperColumn.Words("Situation"), PaperColumn.Count("Nombre"), .. Money(facts)];
        IReadOnlyList<PaperRow> rows =
        [
            .. new[] { ("Dépensent plus qu’avant", -1), ("Dépensent moins qu’avant", 1), ("Dépensent autant qu’avant", 0) }
                .Select(s => (Label: s.Item1, Members: members.FindAll(m => Math.Sign(m.Saving) == s.Item2)))
                .Where(s => s.Members.Count > 0)
                .Select(s => PaperRow.Of(
                    s.Label, s.Members.Count, s.Members.Sum(m => m.Now), s.Members.Sum(m => m.Before), s.Members.Sum(m => m.Saving))),
        ];
        return new PaperTable(
            "Membres", "Dépense des membres et des porteurs, aujourd’hui et avant", "En euros ; économie : avant − aujourd’hui", columns, rows, PaperTotals.Of(columns, rows));
    }

    private static PaperTable Named(BudgetDebateFacts facts, List<MemberSum> losing) => new(
        "Membres qui dépensent plus",
        losing.Count > MostNamed ? "Membres et porteurs qui dépensent plus qu’avant, les dix plus gros écarts" : "Membres et porteurs qui dépensent plus qu’avant",
        "En euros ; économie : avant − aujourd’hui, négative ici",
        [PaperColumn.Words("Membre"), .. Money(facts)],
        [.. losing.Take(MostNamed).Select(m => PaperRow.Of(ReportText.Name(m.Member.Name), m.Now, m.Before, m.Saving))]);

    private static PaperColumn[] Money(BudgetDebateFacts facts) =>
    [
        PaperColumn.Euros($"Dépense {facts.Written}"), PaperColumn.Euros($"Avant, aux prix de {facts.Written}"), PaperColumn.Difference("Économie"),
    ];

    // Members are compared at the volume of before, services at that of the year: the page says how one leads to the other.
    private static PaperTable? Passage(
        BudgetDebateFacts facts, IReadOnlyList<ServiceYears> told, decimal ofMembers, decimal volume, decimal total)
    {
        var apart = told.Where(s => facts.Of(s)!.Savings.ByMember.Count == 0).Sum(s => facts.Of(s)!.Savings.Total!.EfficiencySaving);
        return volume == 0 && apart == 0
            ? null
            : new PaperTable(
                "Passage",
                "Des économies des membres à celles des services",
                "En euros",
                [PaperColumn.Words("Étape"), PaperColumn.Difference("Économie")],
                [
                    PaperRow.Of("Économie des membres, volume d’avant", ofMembers),
                    .. volume == 0 ? (PaperRow[])[] : [PaperRow.Of($"Effet du volume de {facts.Written}", volume)],
                    .. apart == 0 ? (PaperRow[])[] : [PaperRow.Of("Services sans répartition entre membres", apart)],
                ],
                PaperRow.Of("Économie des services", total));
    }

    private sealed record MemberSum(Member Member, decimal Now, decimal Before)
    {
        public decimal Saving => Before - Now;
    }
}
