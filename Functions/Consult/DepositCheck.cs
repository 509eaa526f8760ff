using Evaluation.Functions.Collect;

namespace Evaluation.Functions.Consult;

/// <summary>What a file would become if it was deposited as it is.</summary>
/// <param name="File">Its name.</param>
/// <param name="Answer">Of a dry run.</param>
public sealed record DepositCheck(string File, SubmissionAnswer Answer);
