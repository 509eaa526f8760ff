using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

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
    /// <param name="said">Why; its pointer is not read.</param>
    /// <param name="field">Which field; empty for the row as a whole.</param>
    public CheckedRow Refuse(Refusal said, string field) =>
        this with { Key = null, Value = null, Findings = [.. Findings, .. new RowFindings(Row).Error(said, field).All] };

    /// <summary>The same row, refused for one more reason.</summary>
    /// <param name="code">Why.</param>
    /// <param name="field">Which field; empty for the row as a whole.</param>
    /// <param name="about">What the sentence is said of.</param>
    public CheckedRow Refuse(RefusalCode code, string field, params ReadOnlySpan<object?> about) => Refuse(code.At("", about), field);

    /// <summary>The same row, kept, with something to look at.</summary>
    /// <param name="said">What; its pointer is not read.</param>
    /// <param name="field">Which field; empty for the row as a whole.</param>
    public CheckedRow Warn(Refusal said, string field) =>
        this with { Findings = [.. Findings, .. new RowFindings(Row).Warning(said, field).All] };
}
