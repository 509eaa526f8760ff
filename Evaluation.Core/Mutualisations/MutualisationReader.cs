using System.Text.RegularExpressions;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads a mutualisation’s document against its community and the catalogue, with every problem at once.</summary>
public static partial class MutualisationReader
{
    private const string AnyService = "TRV";

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
            checks.Add(
                "mutualisation.id", "", "Cet identifiant n’est pas valable : de 3 à 40 lettres minuscules, chiffres ou traits d’union.");
        }

        var serviceType = catalogue.FindServiceType(document.ServiceType);
        if (serviceType is null || serviceType.Code == AnyService)
        {
            checks.Add("serviceType.unknown", "/serviceType", "Ce type de service n’existe pas : voyez /api/catalogue.");
        }

        var legalForm = checks.Choice<LegalForm>(document.LegalForm, "/legalForm");
        var memberships = ReadMemberships(checks, document, community);
        var followed = ReadFollowed(checks, document, serviceType, catalogue);
        var label = checks.RequiredText(document.Label, "/label", 200);
        var nature = checks.Choice(document.Nature, "/nature", serviceType?.Nature);
        var offerStatus = checks.Choice<OfferStatus>(document.OfferStatus, "/offerStatus", OfferStatus.Existante);
        var provider = document.Provider == community.Siren.ToString()
            ? community.Siren
            : ReadMember(checks, document.Provider, "/provider", community);
        var referent = checks.RequiredText(document.Referent, "/referent", 200);
        var objectives = (document.Objectives ?? []).Select((o, i) => checks.RequiredText(o, $"/objectives/{i}")).ToList();
        var convention = document.Convention is null
            ? null
            : ConventionReader.Read(checks, document.Convention, legalForm, community, catalogue);
        var source = ReadSource(checks, document.Source);
        return Outcome<Mutualisation>.Of(
            checks.Problems,
            () => new Mutualisation(id, serviceType!, memberships, followed)
            {
                Label = label,
                Nature = nature,
                LegalForm = legalForm,
                OfferStatus = offerStatus,
                Provider = provider,
                Referent = referent,
                Objectives = objectives,
                Convention = convention,
                Source = source,
            });
    }

    private static Siren ReadMember(DocumentChecks checks, string? text, string pointer, Community community)
    {
        if (string.IsNullOrEmpty(text))
        {
            checks.RequiredText(text, pointer);
            return default;
        }

        if (community.Find(text) is { } member)
        {
            return member.Siren;
        }

        checks.Add(
            "member.unknown",
            pointer,
            $"« {text} » n’est pas un membre de la communauté : donnez son SIREN ou son code Insee, ou ajoutez-le d’abord.");
        return default;
    }

    private static List<Membership> ReadMemberships(
        DocumentChecks checks, MutualisationDocument document, Community community)
    {
        var memberships = new List<Membership>();
        foreach (var (written, index) in DocumentChecks.Items(document.Memberships).Select((m, i) => (m, i)))
        {
            var pointer = $"/memberships/{index}";
            var membership = new Membership(
                ReadMember(checks, written.Member, $"{pointer}/member", community),
                checks.RequiredDate(written.From, $"{pointer}/from"),
                checks.OptionalDate(written.To, $"{pointer}/to"));
            if (membership.To <= membership.From)
            {
                checks.Add("membership.inverted", pointer, "La sortie précède l’entrée : corrigez l’une des deux dates.");
            }

            if (membership.Member != default && memberships.Exists(other => other.Member == membership.Member && Overlap(other, membership)))
            {
                checks.Add(
                    "membership.overlap", pointer, "Ce membre a deux adhésions en même temps : fermez la première avant la seconde.");
            }

            memberships.Add(membership);
        }

        return memberships;
    }

    private static bool Overlap(Membership a, Membership b) =>
        (b.To is null || a.From < b.To) && (a.To is null || b.From < a.To);

    private static List<FollowedIndicator> ReadFollowed(
        DocumentChecks checks, MutualisationDocument document, ServiceType? serviceType, Catalogue catalogue)
    {
        var followed = new List<FollowedIndicator>();
        foreach (var (written, index) in DocumentChecks.Items(document.Indicators).Select((d, i) => (d, i)))
        {
            var pointer = $"/indicators/{index}";
            if (catalogue.Find(written.Code) is not { } definition)
            {
                checks.Add(
                    "indicator.unknown", $"{pointer}/code", $"L’indicateur « {written.Code} » n’existe pas : voyez /api/catalogue.");
            }
            else if (definition.ServiceType != AnyService && definition.ServiceType != serviceType?.Code)
            {
                checks.Add(
                    "indicator.otherService",
                    $"{pointer}/code",
                    $"L’indicateur {definition.Code} appartient à un autre type de service : retirez-le.");
            }
            else if (followed.Exists(f => f.Definition.Code == definition.Code))
            {
                checks.Add("indicator.duplicate", $"{pointer}/code", $"L’indicateur {definition.Code} est suivi deux fois : retirez une ligne.");
            }
            else if (written.Target is not null && definition.Direction == Direction.Neutral)
            {
                checks.Add(
                    "target.neutral",
                    $"{pointer}/target",
                    $"L’indicateur {definition.Code} décrit sans juger : il n’a pas de cible, retirez-la.");
            }
            else
            {
                followed.Add(new FollowedIndicator(definition, TargetOf(written, definition)));
            }
        }

        return followed;
    }

    private static Target? TargetOf(FollowedIndicatorDocument written, IndicatorDefinition definition) =>
        written.Target is { } value
            ? new Target(value, definition.Direction == Direction.LowerIsBetter, TargetBasis.Convention)
            : definition.Target;

    private static FeedSource? ReadSource(DocumentChecks checks, FeedSourceDocument? document)
    {
        if (document is null)
        {
            return null;
        }

        if (!Uri.TryCreate(document.Address, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
        {
            checks.Add("source.address", "/source/address", "Cette adresse n’est pas valable : donnez une adresse complète en https.");
            return null;
        }

        var hours = document.EveryHours ?? 24;
        if (hours is < 1 or > 8784)
        {
            checks.Add("source.everyHours", "/source/everyHours", "Cet intervalle n’est pas valable : de 1 à 8784 heures.");
        }

        return new FeedSource(url, hours);
    }

    [GeneratedRegex(@"^[a-z0-9-]{3,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
