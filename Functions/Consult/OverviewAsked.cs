using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Consult;

/// <summary>By what the list of services is put in order.</summary>
public enum OverviewOrder
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>The worst verdict first.</summary>
    Verdict,

    /// <summary>The dearest first.</summary>
    Cost,

    /// <summary>The greatest rise first.</summary>
    Change,

    /// <summary>The least complete first.</summary>
    Completeness,
}

/// <summary>Which services of a community are listed, and in what order; it hides neither act, alert nor date.</summary>
/// <param name="Search">Part of a name, or a code of the service or of its type, whatever its case and accents; null for all.</param>
/// <param name="Verdict">Only those with this verdict; null for all.</param>
/// <param name="Form">Only those of this legal form at the end of the year; null for all.</param>
/// <param name="State">Only those whose last evaluation stands there; null for all.</param>
/// <param name="Order">Of the list.</param>
public sealed record OverviewAsked(
    string? Search = null,
    Verdict? Verdict = null,
    LegalForm? Form = null,
    ReportState? State = null,
    OverviewOrder Order = OverviewOrder.Name)
{
    /// <summary>What an address asks for; an empty field of the form asks nothing.</summary>
    /// <exception cref="RefusalException">A word that the list has not (<c>filter.unknown</c>).</exception>
    public static OverviewAsked Of(string? search, string? verdict, string? form, string? state, string? sort) => new(
        string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
        Read<Verdict>("verdict", verdict),
        Read<LegalForm>("form", form),
        Read<ReportState>("state", state),
        Read<OverviewOrder>("sort", sort) ?? OverviewOrder.Name);

    /// <summary>Whether a row is listed.</summary>
    public bool Takes(OverviewRow row) =>
        (Search is null || IsNamed(row, Search))
        && (Verdict is null || row.Verdict.Verdict == Verdict)
        && (Form is null || row.Form == Form)
        && (State is null || row.Latest?.State == State);

    /// <summary>The rows in the order asked for; what is not known comes last, equals go by name.</summary>
    public IReadOnlyList<OverviewRow> InOrder(IEnumerable<OverviewRow> rows)
    {
        var named = rows.OrderBy(r => FoldedText.Letters(r.Label), StringComparer.Ordinal);
        return
        [
            .. Order switch
            {
                OverviewOrder.Name => named,
                OverviewOrder.Verdict => named.OrderBy(r => ServiceVerdict.Rank(r.Verdict.Verdict)),
                OverviewOrder.Cost => named.OrderByDescending(r => r.Full ?? decimal.MinValue),
                OverviewOrder.Change => named.OrderByDescending(r => r.Change ?? decimal.MinValue),
                OverviewOrder.Completeness => named.OrderBy(r => r.Received ?? decimal.MaxValue),
            },
        ];
    }

    private static bool IsNamed(OverviewRow row, string search)
    {
        var folded = FoldedText.Of(search);
        return new[] { row.Label, row.Id, row.Type }.Any(text => FoldedText.Of(text).Contains(folded, StringComparison.Ordinal));
    }

    private static T? Read<T>(string name, string? word)
        where T : struct, Enum =>
        string.IsNullOrEmpty(word) ? null
        : DomainCode.TryParse(word, out T value) ? value
        : throw EdgeRefusals.FilterUnknown.Refused(name, string.Join(", ", DomainCode.All<T>()));
}
