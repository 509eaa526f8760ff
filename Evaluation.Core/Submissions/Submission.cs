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

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>The row is refused.</summary>
    Error,

    /// <summary>The row is kept; someone should look.</summary>
    Warning,
}

/// <summary>Something noticed about a row.</summary>
/// <param name="Code">Stable code, listed in docs/api.md.</param>
/// <param name="Severity">Whether the row is refused.</param>
/// <param name="Pointer">JSON pointer to the place in the body.</param>
/// <param name="Message">One French sentence that says what to do.</param>
public sealed record Finding(string Code, Severity Severity, string Pointer, string Message);

/// <summary>A row after the checks.</summary>
/// <param name="Row">As it came.</param>
/// <param name="Key">Where it belongs; null when the row is refused.</param>
/// <param name="Value">What it says; null when the row is refused, or takes a value back.</param>
/// <param name="Findings">What was noticed.</param>
public sealed record CheckedRow(SubmittedRow Row, ValueKey? Key, IndicatorValue? Value, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether nothing refuses it.</summary>
    public bool IsAccepted => Key is not null;

    /// <summary>The same row, refused for one more reason.</summary>
    /// <param name="code">Stable code, listed in docs/api.md.</param>
    /// <param name="field">Which field; empty for the row as a whole.</param>
    /// <param name="message">One French sentence that says what to do.</param>
    public CheckedRow Refuse(string code, string field, string message) =>
        this with { Key = null, Value = null, Findings = [.. Findings, .. new RowFindings(Row).Error(code, field, message).All] };

    /// <summary>The same row, kept, with something to look at.</summary>
    /// <param name="code">Stable code, listed in docs/api.md.</param>
    /// <param name="field">Which field; empty for the row as a whole.</param>
    /// <param name="message">One French sentence that says what to do.</param>
    public CheckedRow Warn(string code, string field, string message) =>
        this with { Findings = [.. Findings, .. new RowFindings(Row).Warning(code, field, message).All] };
}
