namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>What a column of a file holds.</summary>
internal enum FileField
{
    Indicator,
    Member,

    /// <summary>The same member by its INSEE code, beside a column of SIREN.</summary>
    MemberAgain,
    Period,
    Value,
    Status,
    Quality,
    Comment,

    /// <summary>What became of the row, written by an answer; not read.</summary>
    Outcome,

    /// <summary>What to correct in the row, written by an answer; not read.</summary>
    Correction,

    /// <summary>For the reader of the file: a label, a unit, a revision; not read.</summary>
    Reading,
}
