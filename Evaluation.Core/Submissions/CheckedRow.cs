using Evaluation.Core.Indicators;

namespace Evaluation.Core.Submissions;

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
