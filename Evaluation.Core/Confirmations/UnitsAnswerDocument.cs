namespace Evaluation.Core.Confirmations;

/// <summary>What a member says of its units as it is sent, stored and given back. Everything is optional until it is read.</summary>
public sealed record UnitsAnswerDocument
{
    /// <summary>A <see cref="UnitsVerdict"/>, written.</summary>
    public string? State { get; init; }

    /// <summary>The figures that were read, all of the period.</summary>
    public IReadOnlyList<UnitFigureDocument>? Figures { get; init; }

    /// <summary>Why they are not right.</summary>
    public string? Reason { get; init; }

    /// <summary>From 1 to 5.</summary>
    public decimal? Rating { get; init; }

    /// <summary>What there is to say of the rating.</summary>
    public string? Comment { get; init; }

    /// <summary>Who answered, as trails name them; the app’s to say.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>When; the app’s to say.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What the provider maintains; the app’s to say.</summary>
    public UnitsReplyDocument? Reply { get; init; }
}

/// <summary>A quantity as it is sent, stored and given back.</summary>
public sealed record UnitFigureDocument
{
    /// <summary>Code of what was counted.</summary>
    public string? Indicator { get; init; }

    /// <summary>Canonical: <c>2025-03</c>.</summary>
    public string? Period { get; init; }

    /// <summary>Absent while it is not transmitted.</summary>
    public decimal? Value { get; init; }
}

/// <summary>What the provider answers as it is sent and stored.</summary>
public sealed record UnitsReplyDocument
{
    /// <summary>Why the figures are kept.</summary>
    public string? Words { get; init; }

    /// <summary>When; the app’s to say.</summary>
    public DateTimeOffset? At { get; init; }
}
