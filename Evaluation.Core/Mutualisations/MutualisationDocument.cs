using Evaluation.Core.Costs;

namespace Evaluation.Core.Mutualisations;

/// <summary>A mutualisation as it is sent, stored and given back. Everything is optional until it is read.</summary>
public sealed record MutualisationDocument
{
    /// <summary>French name.</summary>
    public string? Label { get; init; }

    /// <summary>Three letters of the catalogue.</summary>
    public string? ServiceType { get; init; }

    /// <summary>A <see cref="ServiceNature"/>, written; the service type’s when absent.</summary>
    public string? Nature { get; init; }

    /// <summary>A <see cref="Mutualisations.LegalForm"/>, written.</summary>
    public string? LegalForm { get; init; }

    /// <summary>An <see cref="Mutualisations.OfferStatus"/>, written; <c>existante</c> when absent.</summary>
    public string? OfferStatus { get; init; }

    /// <summary>SIREN or INSEE code of who runs the service.</summary>
    public string? Provider { get; init; }

    /// <summary>Function to contact.</summary>
    public string? Referent { get; init; }

    /// <summary>What it wants to achieve.</summary>
    public IReadOnlyList<string>? Objectives { get; init; }

    /// <summary>Who takes part and when.</summary>
    public IReadOnlyList<MembershipDocument>? Memberships { get; init; }

    /// <summary>What is followed.</summary>
    public IReadOnlyList<FollowedIndicatorDocument>? Indicators { get; init; }

    /// <summary>The contract.</summary>
    public ConventionDocument? Convention { get; init; }

    /// <summary>Where values are pulled from.</summary>
    public FeedSourceDocument? Source { get; init; }
}

/// <summary>A membership as written.</summary>
public sealed record MembershipDocument
{
    /// <summary>SIREN or INSEE code.</summary>
    public string? Member { get; init; }

    /// <summary>First day, ISO.</summary>
    public string? From { get; init; }

    /// <summary>The day after the last, ISO; absent while it lasts.</summary>
    public string? To { get; init; }
}

/// <summary>A followed indicator as written.</summary>
public sealed record FollowedIndicatorDocument
{
    /// <summary>Code of the catalogue.</summary>
    public string? Code { get; init; }

    /// <summary>The convention’s own target, in the unit of the indicator.</summary>
    public decimal? Target { get; init; }
}

/// <summary>A convention as written.</summary>
public sealed record ConventionDocument
{
    /// <summary>Reference.</summary>
    public string? Number { get; init; }

    /// <summary>What it is for.</summary>
    public string? Object { get; init; }

    /// <summary>First day in force, ISO.</summary>
    public string? StartsOn { get; init; }

    /// <summary>Last day in force, ISO.</summary>
    public string? EndsOn { get; init; }

    /// <summary>Notice in months.</summary>
    public int NoticeMonths { get; init; }

    /// <summary>A <see cref="SettlementMode"/>, written.</summary>
    public string? Settlement { get; init; }

    /// <summary>The key.</summary>
    public AllocationDocument? Allocation { get; init; }
}

/// <summary>A feed as written.</summary>
public sealed record FeedSourceDocument
{
    /// <summary>Absolute address.</summary>
    public string? Address { get; init; }

    /// <summary>Hours between two pulls; 24 when absent.</summary>
    public int? EveryHours { get; init; }
}
