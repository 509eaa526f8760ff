using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>A body and what its sender asks to be done of it.</summary>
/// <param name="Body">As it came.</param>
/// <param name="Caller">Who sends, as trails name it.</param>
/// <param name="Id">Which request, so that its own first try is known when storage lost the answer to it.</param>
internal sealed record SubmissionRequest(ReceivedBody Body, string Caller, string Id)
{
    public WriteStrategy Strategy { get; init; }

    public SubmissionMode Mode { get; init; }

    /// <summary>Whether to answer without writing anything.</summary>
    public bool DryRun { get; init; }

    /// <summary>The sender’s own name of the request: the first answer to it is the answer to all; null when not given.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The terms, once the body was read.</summary>
    public SubmissionTerms TermsOf(SubmittedBatch batch) =>
        new(batch.Source, batch.Reason, Caller, Body.MediaType, Body.Period, Body.Sheet, Strategy, Mode);
}
