namespace Evaluation.Functions.Store;

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    /// <summary>No value was known in its place.</summary>
    Created,

    /// <summary>The value replaces another, which stays readable.</summary>
    Changed,

    /// <summary>The value was already there, or already gone.</summary>
    Unchanged,

    /// <summary>A submission received later already gave this value; it stays.</summary>
    Superseded,

    /// <summary>The value was taken back; it stays readable.</summary>
    Deleted,

    /// <summary>The row was refused.</summary>
    Rejected,
}

/// <summary>What became of a row, and the revision that it made.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Revision">From 1; null when nothing was written.</param>
internal readonly record struct AppliedRow(RowOutcome Outcome, int? Revision)
{
    /// <summary>Whether it is refused for the sake of another row of the same submission.</summary>
    public bool IsForAnother { get; init; }

    /// <summary>Whether the value that is there stays because it was corrected and the row is no correction.</summary>
    public bool IsHeld { get; init; }
}
