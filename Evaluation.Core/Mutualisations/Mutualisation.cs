using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Mutualisations;

/// <summary>One pooled service of a community: its form, members over time, convention and indicators.</summary>
public sealed partial class Mutualisation
{
    private readonly ILookup<Siren, Membership> _memberships;
    private readonly ActiveMonths _activeMonths;

    internal Mutualisation(
        string id, ServiceType serviceType, IReadOnlyList<Membership> memberships, IReadOnlyList<FollowedIndicator> followed)
    {
        Id = id;
        ServiceType = serviceType;
        Memberships = memberships;
        Followed = followed;
        _memberships = memberships.ToLookup(m => m.Member);
        _activeMonths = new ActiveMonths(memberships);
    }

    /// <summary>Slug, unique in the community.</summary>
    public string Id { get; }

    /// <summary>Kind of service.</summary>
    public ServiceType ServiceType { get; }

    /// <summary>French name.</summary>
    public required string Label { get; init; }

    /// <summary>Functional or operational.</summary>
    public required ServiceNature Nature { get; init; }

    /// <summary>The legal shape, the last one when it has several: which one holds is asked of a day or of a year.</summary>
    public required LegalForm LegalForm { get; init; }

    /// <summary>The legal shapes that it has had, in order; empty while it has had one, whose date nobody recorded.</summary>
    public required IReadOnlyList<DatedLegalForm> LegalForms { get; init; }

    /// <summary>Current standing in the offer.</summary>
    public required OfferStatus OfferStatus { get; init; }

    /// <summary>Dated editions of the offer, in order; empty when none is recorded.</summary>
    public required IReadOnlyList<OfferEdition> Offer { get; init; }

    /// <summary>The recorded life; null when none is.</summary>
    public required Lifecycle? Lifecycle { get; init; }

    /// <summary>Who runs the service.</summary>
    public required Siren Provider { get; init; }

    /// <summary>Function to contact, no person’s name.</summary>
    public required string Referent { get; init; }

    /// <summary>What the convention wants to achieve, French sentences.</summary>
    public required IReadOnlyList<string> Objectives { get; init; }

    /// <summary>Who steers it and what was decided.</summary>
    public required Governance Governance { get; init; }

    /// <summary>Recommendations of the evaluations, in document order.</summary>
    public required IReadOnlyList<Recommendation> Recommendations { get; init; }

    /// <summary>The versions of the contract, in order of effect; empty before it is signed.</summary>
    public required IReadOnlyList<Convention> Conventions { get; init; }

    /// <summary>Posts shared among members by their shares; null when it is one or posts are not shared so.</summary>
    public required decimal? Posts { get; init; }

    /// <summary>Days after the deadline of a period until it takes no more values; null when deadlines close nothing.</summary>
    public required int? ClosesAfterDays { get; init; }

    /// <summary>Where values are pulled from; null when they are pushed.</summary>
    public required FeedSource? Source { get; init; }

    /// <summary>Every membership, in document order.</summary>
    public IReadOnlyList<Membership> Memberships { get; }

    /// <summary>What is followed, in document order.</summary>
    public IReadOnlyList<FollowedIndicator> Followed { get; }

    /// <summary>Days of a period on which a member takes part; 0 when it does not.</summary>
    public int DaysIn(Siren member, Period period) => _memberships[member].Sum(m => m.DaysIn(period));

    /// <summary>Whether a member takes part at least one day of a period.</summary>
    public bool IsActiveIn(Siren member, Period period) =>
        ActiveMonths(member, period.Year).Meets(MonthSet.Of(period.Periodicity, period.Index));

    /// <summary>The months of a year on at least one day of which a member takes part.</summary>
    internal MonthSet ActiveMonths(Siren member, int year) => _activeMonths.In(member, year);

    /// <summary>The months of a year on the last day of which a member takes part.</summary>
    internal MonthSet MonthsEnded(Siren member, int year) => _activeMonths.EndedIn(member, year);

    /// <summary>Whether a member takes part on a day.</summary>
    public bool IsActiveOn(Siren member, DateOnly day) => _memberships[member].Any(m => m.IsActiveOn(day));

    /// <summary>The members of at least one day of a period, in the community’s order.</summary>
    public IReadOnlyList<Member> MembersIn(Community community, Period period) =>
        [.. community.Members.Where(m => IsActiveIn(m.Siren, period))];
}
