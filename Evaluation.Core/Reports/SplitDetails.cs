using Evaluation.Core.Assessments;
using Evaluation.Core.French;

namespace Evaluation.Core.Reports;

/// <summary>A key that ruled a part of the year.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Explanation">The key in words.</param>
/// <param name="Amount">What it shared, euros.</param>
public sealed record SplitSpan(DateOnly From, DateOnly To, string Explanation, Figure Amount);

/// <summary>Where the amount of one member comes from, step by step.</summary>
/// <param name="Member">The one that owes most.</param>
/// <param name="Sentences">One per key of the year.</param>
public sealed record WorkedAmount(ReportMember Member, IReadOnlyList<string> Sentences);

/// <summary>What explains a split beyond its table.</summary>
internal static class SplitDetails
{
    /// <summary>The keys of a year in which the key changed; none otherwise.</summary>
    public static IReadOnlyList<SplitSpan> Spans(AnnualEvaluation evaluation, Costs.Allocation allocation) =>
        [.. allocation.Spans.Select(s => new SplitSpan(
            s.From,
            s.To.AddDays(-1),
            SplitWords.Explanation(s.Allocation, evaluation.Dossier.Catalogue),
            Figure.Of(s.Allocation.Total, 2)))];

    /// <summary>The amount of the member that owes most, worked out; null without members.</summary>
    public static WorkedAmount? Worked(AnnualEvaluation evaluation, Costs.Allocation allocation)
    {
        if (allocation.Shares.MaxBy(s => s.Amount) is not { } largest)
        {
            return null;
        }

        var catalogue = evaluation.Dossier.Catalogue;
        var sentences = allocation.Spans.Count == 0
            ? [SplitSentence.Of(allocation, largest, catalogue)]
            : allocation.Spans
                .Select(s => (Span: s, Share: s.Allocation.Shares.FirstOrDefault(m => m.Member.Siren == largest.Member.Siren)))
                .Where(s => s.Share is not null)
                .Select(s => ReportText.Prose(
                    $"Du {FrenchDate.InWords(s.Span.From)} au {FrenchDate.InWords(s.Span.To.AddDays(-1))}. ") +
                    SplitSentence.Of(s.Span.Allocation, s.Share!, catalogue))
                .Concat(SplitSentence.OfYear(allocation, largest.Member.Siren))
                .ToList();
        return new WorkedAmount(ReportMember.Of(largest.Member), sentences);
    }
}
