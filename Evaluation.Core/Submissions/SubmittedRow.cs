using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

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
/// <param name="Said">Why.</param>
public sealed record CellDoubt(string Field, Refusal Said)
{
    /// <summary>Code of what is said.</summary>
    public string Code => Said.Code;

    /// <summary>What is said.</summary>
    public string Message => Said.Message;

    /// <summary>A doubt in the words of the catalogue.</summary>
    /// <param name="field">Which field.</param>
    /// <param name="code">Why.</param>
    /// <param name="about">What the sentence is said of.</param>
    public static CellDoubt Of(string field, RefusalCode code, params ReadOnlySpan<object?> about) => new(field, code.At("", about));
}
