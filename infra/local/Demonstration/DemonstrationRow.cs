namespace Evaluation.Local.Demonstration;

/// <summary>A value as a service sends it.</summary>
internal sealed record DemonstrationRow
{
    public required string Indicator { get; init; }

    public string? Member { get; init; }

    public required string Value { get; init; }

    public required string Period { get; init; }

    public required string Status { get; init; }

    public required string Quality { get; init; }

    public string? Comment { get; init; }
}

/// <summary>What one push or one pull carries.</summary>
internal sealed record DemonstrationBatch
{
    public required string Source { get; init; }

    public required string Period { get; init; }

    /// <summary>Why values that were given are changed; null where none is.</summary>
    public string? Reason { get; init; }

    public required IReadOnlyList<DemonstrationRow> Values { get; init; }
}
