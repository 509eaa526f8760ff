namespace Evaluation.Core.Mutualisations;

/// <summary>An edition of the offer as written.</summary>
public sealed record OfferEditionDocument
{
    /// <summary>Name of the edition.</summary>
    public string? Edition { get; init; }

    /// <summary>The day it was made, ISO.</summary>
    public string? On { get; init; }

    /// <summary>An <see cref="OfferStatus"/>, written.</summary>
    public string? Status { get; init; }
}

/// <summary>A change of status as written.</summary>
public sealed record LifecycleStepDocument
{
    /// <summary>A <see cref="LifecycleStatus"/>, written.</summary>
    public string? Status { get; init; }

    /// <summary>First day, ISO.</summary>
    public string? On { get; init; }

    /// <summary>Reference of the act.</summary>
    public string? Act { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}

/// <summary>A meeting as written.</summary>
public sealed record CommitteeMeetingDocument
{
    /// <summary>A <see cref="CommitteeKind"/>, written.</summary>
    public string? Kind { get; init; }

    /// <summary>Day, ISO.</summary>
    public string? On { get; init; }

    /// <summary>What was decided.</summary>
    public IReadOnlyList<string>? Decisions { get; init; }

    /// <summary>What is to be done.</summary>
    public IReadOnlyList<string>? NextActions { get; init; }
}

/// <summary>A deliberation as written.</summary>
public sealed record DeliberationDocument
{
    /// <summary>SIREN or INSEE code of a member, or SIREN of the community.</summary>
    public string? Assembly { get; init; }

    /// <summary>Reference of the act.</summary>
    public string? Number { get; init; }

    /// <summary>Day of the vote, ISO.</summary>
    public string? On { get; init; }
}

/// <summary>An opinion as written.</summary>
public sealed record StaffCommitteeOpinionDocument
{
    /// <summary>SIREN or INSEE code of a member, or SIREN of the community.</summary>
    public string? Committee { get; init; }

    /// <summary>Day of the meeting, ISO.</summary>
    public string? On { get; init; }

    /// <summary>A <see cref="StaffOpinion"/>, written.</summary>
    public string? Opinion { get; init; }
}

/// <summary>A link as written.</summary>
public sealed record DocumentLinkDocument
{
    /// <summary>A <see cref="LinkKind"/>, written.</summary>
    public string? Kind { get; init; }

    /// <summary>French title.</summary>
    public string? Title { get; init; }

    /// <summary>Absolute address.</summary>
    public string? Address { get; init; }
}

/// <summary>A recommendation as written.</summary>
public sealed record RecommendationDocument
{
    /// <summary>The year evaluated.</summary>
    public int Year { get; init; }

    /// <summary>What to do.</summary>
    public string? Text { get; init; }

    /// <summary>Function in charge.</summary>
    public string? Owner { get; init; }

    /// <summary>Last day to do it, ISO.</summary>
    public string? DueOn { get; init; }

    /// <summary>A <see cref="RecommendationStatus"/>, written; <c>proposed</c> when absent.</summary>
    public string? Status { get; init; }

    /// <summary>Since when, ISO.</summary>
    public string? StatusOn { get; init; }

    /// <summary>What there is to say of it.</summary>
    public string? Note { get; init; }
}
