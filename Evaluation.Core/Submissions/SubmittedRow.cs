using Evaluation.Core.Indicators;

namespace Evaluation.Core.Submissions;

/// <summary>One row as it came: nothing is known to be right yet.</summary>
/// <param name="Index">Rank in what was sent, from 0.</param>
/// <param name="Indicator">Code.</param>
/// <param name="Member">SIREN or INSEE code; absent at service level.</param>
/// <param name="Period">Canonical form.</param>
/// <param name="Value">Decimal, with a point.</param>
/// <param name="Status">A <see cref="ValueStatus"/>, written; <c>final</c> when absent.</param>
/// <param name="Quality">A <see cref="ValueQuality"/>, written; <c>measured</c> when absent.</param>
/// <param name="Comment">Free text of the service.</param>
public sealed record SubmittedRow(
    int Index,
    string? Indicator,
    string? Member,
    string? Period,
    string? Value,
    string? Status,
    string? Quality,
    string? Comment)
{
    /// <summary>Line of the file it came in, from 1; null where rows have no line.</summary>
    public int? Line { get; init; }

    /// <summary>The same member by its other code, where a file gives both; absent otherwise.</summary>
    public string? MemberAgain { get; init; }

    /// <summary>Cells of a file that may mean something else than what they hold; each refuses the row.</summary>
    public IReadOnlyList<CellDoubt> Doubts { get; init; } = [];
}

/// <summary>Why a cell is not taken for what it holds: the field it fills is then not judged further.</summary>
/// <param name="Field">Which field: <c>period</c>.</param>
/// <param name="Code">Stable code, listed in docs/api.md.</param>
/// <param name="Message">One French sentence that says what to do.</param>
public sealed record CellDoubt(string Field, string Code, string Message);
