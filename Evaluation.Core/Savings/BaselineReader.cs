using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Savings;

/// <summary>Reads a baseline against its community and the catalogue, with every problem at once.</summary>
public static class BaselineReader
{
    /// <summary>The baseline, or what prevents it.</summary>
    public static Outcome<Baseline> Read(BaselineDocument document, Community community, Catalogue catalogue)
    {
        var checks = new DocumentChecks();
        var year = Year(checks, document.Year, "/year");
        var index = checks.RequiredText(document.PriceIndex, "/priceIndex", 50);
        if (index.Length > 0 && community.PriceIndex(index) is null)
        {
            checks.Add(Refusals.BaselinePriceIndex, "/priceIndex", Excerpt.Of(index));
        }

        var weights = Weights(checks, document, catalogue);
        var members = new MemberBaselineReader(checks, community, weights);
        var situations = DocumentChecks.Items(document.Members)
            .Select((m, i) => members.Read(m, $"/members/{i}"))
            .ToList();
        var retained = DocumentChecks.Items(document.Retained)
            .Select((r, i) => members.Read(r, $"/retained/{i}"))
            .ToList();
        if (situations.Count == 0)
        {
            checks.Add(Refusals.BaselineMembers, "/members");
        }

        RefuseDuplicates(checks, situations.Select(m => m?.Member.Siren), "members");
        RefuseDuplicates(checks, retained.Select(r => r is null ? null : (object)(r.Member.Siren, r.Year)), "retained");
        var method = checks.RequiredText(document.Method, "/method");
        var source = checks.RequiredText(document.Source, "/source", 200);
        return Outcome<Baseline>.Of(
            checks.Problems,
            () => new Baseline(
                year,
                index,
                weights,
                method,
                source,
                [.. situations.Select(m => m!).OrderBy(m => m.Member.SortKey, StringComparer.Ordinal)],
                [.. retained.Select(r => r!)]));
    }

    internal static int Year(DocumentChecks checks, int? year, string pointer)
    {
        if (year is not (>= Period.MinYear and <= Period.MaxYear))
        {
            checks.Add(Refusals.YearInvalid, pointer);
        }

        return year ?? 0;
    }

    private static SortedDictionary<string, decimal> Weights(DocumentChecks checks, BaselineDocument document, Catalogue catalogue)
    {
        var weights = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (code, weight) in document.UnitWeights ?? new Dictionary<string, decimal>())
        {
            if (catalogue.Find(code) is not { Level: IndicatorLevel.Member, IsComputed: false, IsDerived: false } || weight <= 0)
            {
                checks.Add(Refusals.BaselineUnit, $"/unitWeights/{code}", Excerpt.Of(code));
            }

            weights[code] = weight;
        }

        return weights;
    }

    private static void RefuseDuplicates<T>(DocumentChecks checks, IEnumerable<T> identities, string list)
    {
        var seen = new HashSet<T>();
        foreach (var (index, identity) in identities.Index())
        {
            if (identity is not null && !seen.Add(identity))
            {
                checks.Add(Refusals.BaselineDuplicate, FormattableString.Invariant($"/{list}/{index}/member"));
            }
        }
    }
}
