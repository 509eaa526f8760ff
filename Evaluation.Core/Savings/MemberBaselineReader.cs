using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Savings;

/// <summary>Reads what a baseline says of each member.</summary>
/// <param name="checks">Where problems are told.</param>
/// <param name="community">Where members are looked up.</param>
/// <param name="weights">The units of the baseline, by indicator code.</param>
internal sealed class MemberBaselineReader(
    DocumentChecks checks, Community community, SortedDictionary<string, decimal> weights)
{
    private const decimal LargestAmount = 1_000_000_000_000m;

    /// <summary>The situation of a member; null when nobody is named.</summary>
    public MemberBaseline? Read(MemberBaselineDocument document, string pointer)
    {
        var isKnown = document.Known ?? true;
        var cost = Costs(document, pointer);
        if (isKnown == (cost.Count == 0))
        {
            checks.Add(isKnown ? Refusals.BaselineCost : Refusals.BaselineUnexpectedCost, $"{pointer}/cost");
        }

        foreach (var (code, _) in (document.Volumes ?? new Dictionary<string, decimal>()).Where(v => v.Value < 0 || !weights.ContainsKey(v.Key)))
        {
            checks.Add(Refusals.BaselineVolume, $"{pointer}/volumes/{code}");
        }

        RefuseNegative(document.Fte, $"{pointer}/fte");
        var member = Find(document.Member, $"{pointer}/member");
        return member is null
            ? null
            : new MemberBaseline(
                member,
                isKnown,
                cost,
                document.Fte,
                document.Volumes ?? new Dictionary<string, decimal>(),
                checks.OptionalText(document.Qualifications, $"{pointer}/qualifications"),
                checks.OptionalText(document.Equipment, $"{pointer}/equipment"),
                checks.OptionalText(document.Premises, $"{pointer}/premises"));
    }

    private SortedDictionary<CostCategory, decimal> Costs(MemberBaselineDocument document, string pointer)
    {
        var costs = new SortedDictionary<CostCategory, decimal>();
        foreach (var (written, amount) in document.Cost ?? new Dictionary<string, decimal>())
        {
            var category = checks.Choice<CostCategory>(written, $"{pointer}/cost/{written}");
            costs[category] = Amount(amount, $"{pointer}/cost/{written}");
        }

        return costs;
    }

    /// <summary>What a member still spends; null when nobody is named.</summary>
    public RetainedCost? Read(RetainedCostDocument document, string pointer)
    {
        var year = BaselineReader.Year(checks, document.Year, $"{pointer}/year");
        var amount = Amount(document.Amount, $"{pointer}/amount");
        RefuseNegative(document.Fte, $"{pointer}/fte");
        return Find(document.Member, $"{pointer}/member") is { } member
            ? new RetainedCost(member, year, amount, document.Fte)
            : null;
    }

    private decimal Amount(decimal? amount, string pointer)
    {
        if (amount is not (>= 0 and <= LargestAmount) || decimal.Round(amount.Value, 2) != amount)
        {
            checks.Add(Refusals.BaselineAmount, pointer);
        }

        return amount ?? 0;
    }

    private void RefuseNegative(decimal? fte, string pointer)
    {
        if (fte < 0)
        {
            checks.Add(Refusals.BaselineFte, pointer);
        }
    }

    private Member? Find(string? text, string pointer) =>
        checks.Member(text, pointer, community) is var siren && siren != default ? community.Member(siren) : null;
}
