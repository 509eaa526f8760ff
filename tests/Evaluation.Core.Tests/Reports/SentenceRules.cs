using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Evaluation.Core.Assessments;
using Evaluation.Core.Keys;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Tests.Reports;

/// <summary>What a hostile reader looks for in the sentences of a report: each rule gives the sentences that break it.</summary>
internal static partial class SentenceRules
{
    // Singular and plural of all that reports count; a word that is both is not in doubt.
    private static readonly (string One, string Many)[] Counted =
    [
        .. "membre commune valeur jour heure habitant unité cible dossier recommandation réunion décision point équivalent tonne trimestre semestre année poste part critère attendue reçue exprimée ligne règle définition appel service"
            .Split(' ').Select(one => (one, one + "s")),
        ("est", "sont"), ("autre", "autres"), ("reçoit", "reçoivent"), ("manque", "manquent"), ("comptée", "comptées"), ("adhère", "adhèrent"),
    ];

    /// <summary>Counts that do not agree with what they count: the plural begins at 2, whatever the sign.</summary>
    public static IReadOnlyList<string> Disagreeing(IEnumerable<string> sentences) =>
        [.. sentences.Where(s => Counts().Matches(s).Any(m => !Agrees(Number(m.Groups["n"].Value), m.Groups["w"].Value)))];

    /// <summary>Codes that stand without the name of what they stand for, and words of the wire.</summary>
    public static IReadOnlyList<string> WithRawCodes(IEnumerable<string> sentences) =>
        [.. sentences.Where(s => Codes().Count(s) != NamedCodes().Count(s) || WireWords().IsMatch(s))];

    /// <summary>Sentences with an amount in euros that is in no table and is no sum that a reader can make of one.</summary>
    public static IReadOnlyList<string> WithAmountsFromNowhere(AnnualReport report, AnnualEvaluation evaluation)
    {
        var known = Figures(report).Concat(Sums(report)).Concat(Terms(evaluation))
            .Select(v => decimal.Round(Math.Abs(v), 2, MidpointRounding.AwayFromZero))
            .ToHashSet();
        return [.. Told(report).Where(s => Amounts().Matches(s).Any(m => !known.Contains(Number(m.Groups["n"].Value))))];
    }

    // What compares an indicator and what works one amount out tell figures of their own, each step of them.
    private static IEnumerable<string> Told(AnnualReport report) => Sentences(report)
        .Except(report.Criteria.Rows.SelectMany(r => r.Evidence).Where(e => Codes().IsMatch(e.Code)).Select(e => e.Reading))
        .Except(report.Split.Worked?.Sentences ?? [])
        .Except(report.Accounts.Members.SelectMany(m => m.Explanation));

    private static IEnumerable<decimal> Sums(AnnualReport report)
    {
        var split = report.Split;
        var balances = (report.Split.Settlement?.Rows ?? []).Select(r => r.Balance.Value!.Value).ToList();
        yield return balances.Where(b => b > 0).Sum();
        yield return balances.Where(b => b < 0).Sum();
        yield return split.Rows.Sum(r => r.Amount.Value ?? 0);
        yield return (split.Total?.Amount.Value ?? 0) - split.Rows.Sum(r => r.Amount.Value ?? 0);
        yield return split.Rows.Sum(r => r.Direct.Value ?? 0);
        yield return (split.Total?.Amount.Value ?? 0) - split.Rows.Sum(r => r.Direct.Value ?? 0);
        yield return (split.Total?.Amount.Value ?? 0) - (split.ProviderPart?.Amount.Value ?? 0);
        yield return (report.Costs.Total?.Actual.Value ?? 0) - (report.Costs.Total?.Previous.Value ?? 0);
    }

    // What the convention sets is told as it stands there.
    private static IEnumerable<decimal> Terms(AnnualEvaluation evaluation)
    {
        IEnumerable<AllocationKey> keys = evaluation.Allocation.Allocation is { } allocation
            ? allocation.Spans.Select(s => s.Allocation.Key).Append(allocation.Key)
            : [];
        return keys.SelectMany(k => new[] { k.Floor, k.Ceiling, k.LumpSum }.OfType<decimal>().Concat(k.Prices.Select(p => p.Price)))
            .Concat(evaluation.Allocation.Allocation is { Basis.UnusedCapacity: var unused } ? [unused] : []);
    }

    /// <summary>All that a report says in words, labels included.</summary>
    public static IReadOnlyList<string> Sentences(AnnualReport report) =>
        [.. Parts(report).Concat(Parts(report.Accounts)).OfType<string>().Where(s => s.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<decimal> Figures(AnnualReport report) => Parts(report).OfType<decimal>();

    // Everything that the report shows: neither its trace nor what members are told one by one is a table of it.
    private static IEnumerable<object> Parts(object? of)
    {
        switch (of)
        {
            case null or bool or Enum or DateOnly:
                return [];
            case string or decimal:
                return [of];
            case int whole:
                return [(decimal)whole];
            case Figure figure:
                return figure.Value is { } value ? [value] : [];
            case IEnumerable many:
                return many.Cast<object?>().SelectMany(Parts);
            default:
                return of.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.GetIndexParameters().Length == 0 && p.Name is not (nameof(AnnualReport.Trace) or nameof(AnnualReport.Accounts)))
                    .SelectMany(p => Parts(p.GetValue(of)));
        }
    }

    private static bool Agrees(decimal count, string word) =>
        Counted.All(c => Math.Abs(count) < 2 ? word != c.Many : word != c.One);

    private static decimal Number(string text) => decimal.Parse(
        text.Replace("\u202F", "", StringComparison.Ordinal).Replace(',', '.').Replace('\u2212', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/,-])(?<n>[\u2212+]?\d[\d\u202F]*(?:,\d+)?)\u00A0(?<w>\p{L}+)", RegexOptions.CultureInvariant)]
    private static partial Regex Counts();

    [GeneratedRegex(@"(?<n>\d[\d\u202F]*,\d{2})\u00A0€", RegexOptions.CultureInvariant)]
    private static partial Regex Amounts();

    [GeneratedRegex(@"\b[A-Z]{3}-\d{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();

    // « Name » (ADS-01), or a unit under the heading that names it: En % (ADS-06).
    [GeneratedRegex(@"[^\s,;:] \([A-Z]{3}-\d{2}\)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedCodes();

    [GeneratedRegex(@"\b[a-z]{2,}[A-Z][a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex WireWords();
}
