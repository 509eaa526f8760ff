using System.Text.RegularExpressions;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads a mutualisation’s document against its community and the catalogue, with every problem at once.</summary>
public static partial class MutualisationReader
{
    private const int LongestClosing = 3660;

    /// <summary>The mutualisation, or what prevents it.</summary>
    /// <param name="id">The slug under which the document is filed: 3 to 40 of a–z, 0–9 and hyphen.</param>
    /// <param name="document">What was sent or stored.</param>
    /// <param name="community">Whose it is; members are looked up there.</param>
    /// <param name="catalogue">Known service types and indicators.</param>
    public static Outcome<Mutualisation> Read(
        string id, MutualisationDocument document, Community community, Catalogue catalogue)
    {
        var checks = new DocumentChecks();
        if (!Slug().IsMatch(id))
        {
            checks.Add(Refusals.MutualisationId, "");
        }

        var serviceType = catalogue.FindServiceType(document.ServiceType);
        if (serviceType is null || serviceType.Code == ServiceType.Any)
        {
            checks.Add(Refusals.ServiceTypeUnknown, "/serviceType");
        }

        var legalForms = LegalFormReader.ReadDated(checks, document.LegalForms);
        var legalForm = LegalFormReader.ReadCurrent(checks, document.LegalForm, legalForms);
        var memberships = MembershipReader.Read(checks, document, community);
        var followed = FollowedIndicatorReader.Read(checks, document, serviceType, catalogue);
        var label = checks.RequiredText(document.Label, "/label", 200);
        var nature = checks.Choice(document.Nature, "/nature", serviceType?.Nature);
        var offer = OfferReader.ReadEditions(checks, document.Offer);
        var offerStatus = OfferReader.ReadStatus(checks, document.OfferStatus, offer);
        var provider = checks.MemberOrCommunity(document.Provider, "/provider", community);
        var referent = checks.RequiredText(document.Referent, "/referent", 200);
        var objectives = (document.Objectives ?? []).Select((o, i) => checks.RequiredText(o, $"/objectives/{i}")).ToList();
        var governance = GovernanceReader.Read(checks, document, community);
        var recommendations = RecommendationReader.Read(checks, document.Recommendations);
        var conventions = new ConventionReader(
            checks, day => Mutualisation.FormOn(legalForms, legalForm, day), community, catalogue).Read(document.Convention, document.Amendments);
        var lifecycle = LifecycleReader.Read(checks, document.Lifecycle);
        var closesAfterDays = ClosingDays(checks, document.ClosesAfterDays);
        LifecycleReader.RequireReversibility(checks, lifecycle, legalForm, conventions);
        MembershipReader.RefuseAfter(checks, memberships, lifecycle?.EndedOn);
        var source = FeedSourceReader.Read(checks, document.Source);
        return Outcome<Mutualisation>.Of(
            checks.Problems,
            () => new Mutualisation(id, serviceType!, memberships, followed)
            {
                Label = label,
                Nature = nature,
                LegalForm = legalForm,
                LegalForms = legalForms,
                Offer = offer,
                OfferStatus = offerStatus,
                Provider = provider,
                Referent = referent,
                Objectives = objectives,
                Governance = governance,
                Recommendations = recommendations,
                Conventions = conventions,
                Lifecycle = lifecycle,
                Posts = document.Posts,
                ClosesAfterDays = closesAfterDays,
                Source = source,
            });
    }

    private static int? ClosingDays(DocumentChecks checks, int? days)
    {
        if (days is < 0 or > LongestClosing)
        {
            checks.Add(Refusals.ClosingDays, "/closesAfterDays");
        }

        return days;
    }

    [GeneratedRegex(@"^[a-z0-9-]{3,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
