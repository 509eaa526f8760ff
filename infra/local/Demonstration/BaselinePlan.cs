using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Problems;
using Evaluation.Core.Savings;

namespace Evaluation.Local.Demonstration;

/// <summary>What members did and spent before pooling, from a few totals.</summary>
/// <param name="Year">Year of reference.</param>
/// <param name="Cost">Euros that members spent together.</param>
/// <param name="Staff">Full-time equivalents that they had together.</param>
/// <param name="Units">What makes one unit of volume.</param>
internal sealed record BaselinePlan(int Year, decimal Cost, decimal Staff, IReadOnlyDictionary<string, decimal> Units)
{
    private static readonly (CostCategory Category, decimal Part)[] Composition =
        [(CostCategory.Personnel, 0.76m), (CostCategory.Fournitures, 0.09m), (CostCategory.ContratsServices, 0.15m)];

    /// <summary>Document it comes from, in French.</summary>
    public required string Source { get; init; }

    /// <summary>Members whose situation nobody recorded.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>What members still spend by themselves in both years: euros and full-time equivalents.</summary>
    public IReadOnlyDictionary<string, (decimal Amount, decimal Staff)> Retained { get; init; } =
        new Dictionary<string, (decimal, decimal)>();

    /// <summary>The volume of then, as a part of that of the first year.</summary>
    public decimal VolumeThen { get; init; } = 0.92m;

    /// <summary>The document.</summary>
    /// <param name="members">Whoever takes part at any time.</param>
    /// <param name="rows">What the service counted since, from which volumes of then are made up.</param>
    /// <param name="chance">Draws.</param>
    public BaselineDocument Document(IReadOnlyList<Member> members, IReadOnlyList<DemonstrationRow> rows, Chance chance)
    {
        var sizes = members.ToDictionary(m => m, m => Size(m) * chance.Around(1, 0.2m, $"before|{m.SortKey}"));
        var all = sizes.Values.Sum();
        return new BaselineDocument
        {
            Year = Year,
            PriceIndex = Territory.PriceIndex,
            UnitWeights = Units,
            Method = "Relevé des comptes administratifs et des effectifs de chaque membre, l’année qui a précédé la mutualisation.",
            Source = Source,
            Members = [.. members.Select(m => Unknown.Contains(m.SortKey)
                ? new MemberBaselineDocument { Member = m.SortKey, Known = false }
                : Of(m, sizes[m] / all, rows, chance))],
            Retained = [.. Retained.SelectMany(r => new[] { 2024, 2025 }.Select(year => new RetainedCostDocument
            {
                Member = r.Key,
                Year = year,
                Amount = r.Value.Amount,
                Fte = r.Value.Staff,
            }))],
        };
    }

    private MemberBaselineDocument Of(Member member, decimal part, IReadOnlyList<DemonstrationRow> rows, Chance chance) => new()
    {
        Member = member.SortKey,
        Cost = Composition.ToDictionary(
            c => DomainCode.Of(c.Category), c => decimal.Round(Cost * part * c.Part, 0, MidpointRounding.AwayFromZero)),
        Fte = decimal.Round(Staff * part, 2, MidpointRounding.AwayFromZero),
        Volumes = Units.Keys.ToDictionary(code => code, code => Volume(code, member, rows, chance)),
    };

    private decimal Volume(string unit, Member member, IReadOnlyList<DemonstrationRow> rows, Chance chance) => decimal.Round(
        YearlyCount.Of(rows, unit, member) * VolumeThen * chance.Around(1, 0.08m, $"volume|{member.SortKey}"),
        0,
        MidpointRounding.AwayFromZero);

    // A body without inhabitants counts as a commune of 5 000; a town spends less for each of its own.
    private static decimal Size(Member member) => member.PopulationIn(2025, PopulationKind.Totale)?.Inhabitants switch
    {
        null => 5_000,
        > 20_000 and var town => 20_000 + ((town - 20_000) * 0.6m),
        var commune => 400 + commune.Value,
    };
}
