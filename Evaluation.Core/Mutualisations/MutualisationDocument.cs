using Evaluation.Core.Indicators;

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

    /// <summary>A <see cref="Mutualisations.LegalForm"/>, written, the current one; the last of the dated ones when absent.</summary>
    public string? LegalForm { get; init; }

    /// <summary>The legal forms that it has had, by first day; absent while it has had one.</summary>
    public IReadOnlyList<DatedLegalFormDocument>? LegalForms { get; init; }

    /// <summary>An <see cref="Mutualisations.OfferStatus"/>, written; when absent, that of the last edition of the offer, else <c>existante</c>.</summary>
    public string? OfferStatus { get; init; }

    /// <summary>Editions of the offer, by date.</summary>
    public IReadOnlyList<OfferEditionDocument>? Offer { get; init; }

    /// <summary>Changes of status, by date.</summary>
    public IReadOnlyList<LifecycleStepDocument>? Lifecycle { get; init; }

    /// <summary>SIREN or INSEE code of who runs the service.</summary>
    public string? Provider { get; init; }

    /// <summary>Function to contact.</summary>
    public string? Referent { get; init; }

    /// <summary>Address of the service.</summary>
    public string? ContactMailbox { get; init; }

    /// <summary>Function of the élu porteur.</summary>
    public string? Sponsor { get; init; }

    /// <summary>Cost centre in the provider’s accounts.</summary>
    public string? CostCentre { get; init; }

    /// <summary>Who employs the staff.</summary>
    public string? HierarchicalAuthority { get; init; }

    /// <summary>Who directs their work.</summary>
    public string? FunctionalAuthority { get; init; }

    /// <summary>What it wants to achieve.</summary>
    public IReadOnlyList<string>? Objectives { get; init; }

    /// <summary>Who takes part and when.</summary>
    public IReadOnlyList<MembershipDocument>? Memberships { get; init; }

    /// <summary>Posts shared among members by their shares; 1 when absent.</summary>
    public decimal? Posts { get; init; }

    /// <summary>Days after the deadline of a period until it takes no more values, 0 to 3 660; deadlines close nothing when absent.</summary>
    public int? ClosesAfterDays { get; init; }

    /// <summary>What is followed.</summary>
    public IReadOnlyList<FollowedIndicatorDocument>? Indicators { get; init; }

    /// <summary>The contract as first signed.</summary>
    public ConventionDocument? Convention { get; init; }

    /// <summary>What changed it, by date of effect.</summary>
    public IReadOnlyList<AmendmentDocument>? Amendments { get; init; }

    /// <summary>Deliberations of the parties.</summary>
    public IReadOnlyList<DeliberationDocument>? Deliberations { get; init; }

    /// <summary>Opinions of the comités sociaux territoriaux.</summary>
    public IReadOnlyList<StaffCommitteeOpinionDocument>? StaffCommitteeOpinions { get; init; }

    /// <summary>Reference of the fiche d’impact.</summary>
    public string? ImpactSheet { get; init; }

    /// <summary>Reference of the règlement de mise à disposition of shared goods.</summary>
    public string? Reglement { get; init; }

    /// <summary>Meetings of the steering bodies.</summary>
    public IReadOnlyList<CommitteeMeetingDocument>? Committees { get; init; }

    /// <summary>Recommendations of the evaluations and what became of them.</summary>
    public IReadOnlyList<RecommendationDocument>? Recommendations { get; init; }

    /// <summary>Documents kept elsewhere.</summary>
    public IReadOnlyList<DocumentLinkDocument>? Links { get; init; }

    /// <summary>Where values are pulled from.</summary>
    public FeedSourceDocument? Source { get; init; }
}

/// <summary>A legal form from a day on, as written.</summary>
public sealed record DatedLegalFormDocument
{
    /// <summary>First day, ISO.</summary>
    public string? From { get; init; }

    /// <summary>A <see cref="Mutualisations.LegalForm"/>, written.</summary>
    public string? Form { get; init; }
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

    /// <summary>Reference of the act of entry.</summary>
    public string? EntryAct { get; init; }

    /// <summary>Reference of the act of exit.</summary>
    public string? ExitAct { get; init; }

    /// <summary>Share of a shared post, more than 0, at most 1.</summary>
    public decimal? ShareOfPost { get; init; }
}

/// <summary>A followed indicator as written.</summary>
public sealed record FollowedIndicatorDocument
{
    /// <summary>Code of the catalogue.</summary>
    public string? Code { get; init; }

    /// <summary>The convention’s own target, in the unit of the indicator.</summary>
    public decimal? Target { get; init; }
}
