using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Collect.Formats;

/// <summary>What a body says, whatever its format.</summary>
/// <param name="Source">The application that sends, at most 100 characters.</param>
/// <param name="Reason">Why these values are sent or corrected; null when not given.</param>
/// <param name="Rows">1 to 10 000 rows, in the order of the body.</param>
internal sealed record SubmittedBatch(string Source, string? Reason, IReadOnlyList<SubmittedRow> Rows)
{
    /// <summary>Most rows in one body.</summary>
    public const int MaxRows = 10_000;

    /// <summary>Most bytes in one body, once decompressed.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;
}
