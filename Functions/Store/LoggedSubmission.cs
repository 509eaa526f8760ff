using Evaluation.Core.Communities;
using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Store;

/// <summary>How many rows became what.</summary>
public sealed record SubmissionCounts(
    int Received, int Created, int Changed, int Unchanged, int Superseded, int Deleted, int Rejected, int Warnings)
{
    /// <summary>Lines of the template that were left empty and are not among the rows; null where there are none.</summary>
    public int? NotSent { get; init; }
}

/// <summary>Whether good rows are kept whatever the others are.</summary>
public enum SubmissionMode
{
    /// <summary>Good rows are kept.</summary>
    Partial,

    /// <summary>All rows are kept, or none.</summary>
    Atomic,
}

/// <summary>Where a submission stands.</summary>
public enum SubmissionState
{
    /// <summary>In the journal, not yet in the tables; finished by reconciliation when a crash left it there.</summary>
    Received,

    /// <summary>In the tables, answered.</summary>
    Applied,

    /// <summary>Cut off before it was received whole; its sender got no answer and nothing of it was kept.</summary>
    Abandoned,
}

/// <summary>What a sender asks to be done, and who sends.</summary>
/// <param name="Source">Application that sends.</param>
/// <param name="Reason">Why; null when not given.</param>
/// <param name="Caller">Who, as trails name it.</param>
/// <param name="MediaType">Format of the body.</param>
/// <param name="Period">Period of rows that have none, for files.</param>
/// <param name="Sheet">Sheet of a workbook; null for the first.</param>
/// <param name="Strategy">What rows are for.</param>
/// <param name="Mode">Whether good rows are kept whatever the others are.</param>
public sealed record SubmissionTerms(
    string Source,
    string? Reason,
    string Caller,
    string MediaType,
    string? Period,
    string? Sheet,
    WriteStrategy Strategy,
    SubmissionMode Mode);

/// <summary>A submission as the log knows it.</summary>
/// <param name="Siren">Community.</param>
/// <param name="Mutualisation">Slug.</param>
/// <param name="Id">Which.</param>
/// <param name="Terms">What was asked, by whom.</param>
/// <param name="Sha256">Of the body.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Counts">What became of its rows; null until applied, and when the journal no longer tells.</param>
public sealed record LoggedSubmission(
    Siren Siren,
    string Mutualisation,
    SubmissionId Id,
    SubmissionTerms Terms,
    string Sha256,
    SubmissionState State,
    SubmissionCounts? Counts);
