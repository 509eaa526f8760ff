using Evaluation.Core.Reports.Papers;

namespace Evaluation.Functions.Report;

/// <summary>What a version of a report says.</summary>
/// <param name="Paper">The report.</param>
internal sealed record WrittenPaper(Paper Paper)
{
    /// <summary>The letters that go with it, each to one reader; none with most kinds.</summary>
    public IReadOnlyList<Paper> Letters { get; init; } = [];
}
