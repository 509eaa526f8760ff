using Evaluation.Core.Assessments;

namespace Evaluation.Core.Reports;

/// <summary>A key that ruled a part of the year.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Explanation">The key in words.</param>
/// <param name="Amount">What it shared, euros.</param>
public sealed record SplitSpan(DateOnly From, DateOnly To, string Explanation, Figure Amount);

/// <summary>Where the amount of one member comes from, step by step.</summary>
/// <param name="Member">The one that owes most.</param>
/// <param name="Sentences">One; in a year of several keys one per key, then one for the year.</param>
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

        return new WorkedAmount(
            ReportMember.Of(largest.Member), SplitSentence.All(allocation, largest.Member.Siren, evaluation.Dossier.Catalogue));
    }
}
