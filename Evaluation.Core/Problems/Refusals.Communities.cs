using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of communities and their members.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode CommunityMembers = new(
        "community.members", Invalid, "Une communauté compte de 1 à 500 membres : complétez la liste.");

    /// <summary>Pooled services rest on what a document of their community takes away.</summary>
    public static readonly RefusalCode CommunityInUse = new(
        "community.inUse", Invalid, "Des mutualisations s’appuient sur ce que ce document retire : modifiez-les d’abord, ou gardez les membres concernés.");

    /// <summary>What a pooled service says of its community would no longer be true: where, its pointer, its own refusal.</summary>
    public static readonly RefusalCode CommunityUsedBy = new("community.usedBy", Invalid, "{0}, {1} : {2}");

    internal static readonly RefusalCode MemberVilleCentre = new(
        "member.villeCentre", Invalid, "{0} est déjà la ville-centre : une communauté n’en a qu’une, choisissez.");
    internal static readonly RefusalCode MemberDuplicateName = new(
        "member.duplicateName", Invalid, "« {0} » est déjà le nom d’un autre membre : ajoutez ce qui les distingue, par exemple « CCAS ».");
    internal static readonly RefusalCode MemberDuplicate = new(
        "member.duplicate", Invalid, "« {0} » figure déjà plus haut : gardez une seule ligne par membre.");

    /// <summary>A SIREN or INSEE code is that of no member.</summary>
    public static readonly RefusalCode MemberUnknown = new(
        "member.unknown", Unknown, "« {0} » n’est pas un membre de la communauté : vérifiez son SIREN ou son code Insee, ou ajoutez-le d’abord.");
    internal static readonly RefusalCode MemberUnexpected = new(
        "member.unexpected", Invalid, "L’indicateur {0} vaut pour tout le service : laissez le membre vide.");
    internal static readonly RefusalCode MemberMissing = new(
        "member.missing", Invalid, "L’indicateur {0} se donne membre par membre : indiquez un SIREN ou un code Insee.");
    internal static readonly RefusalCode MemberContradicted = new(
        "member.contradicted", Invalid, "« {0} » et « {1} » ne désignent pas le même membre : corrigez l’un des deux codes.");
    internal static readonly RefusalCode MemberOutsidePerimeter = new(
        "member.outsidePerimeter", Invalid, "{0} n’adhère pas à cette mutualisation pour la période {1} : vérifiez la période ou les adhésions.");

    internal static readonly RefusalCode SirenInvalid = new(
        "siren.invalid", Invalid, "Ce SIREN n’est pas valable : il faut neuf chiffres, le dernier étant la clé de contrôle.");

    internal static readonly RefusalCode InseeInvalid = new(
        "insee.invalid", Invalid, "Ce code Insee n’est pas valable : il faut cinq caractères, par exemple 38185 ou 2A004.");

    internal static readonly RefusalCode PopulationMunicipaleAboveTotale = new(
        "population.municipaleAboveTotale", Invalid, "La population municipale {0} de {1} dépasse sa population totale, qui la comprend : corrigez l’une des deux.");
    internal static readonly RefusalCode PopulationDuplicate = new(
        "population.duplicate", Invalid, "Cette population a déjà un autre chiffre pour la même année : gardez le chiffre officiel.");
    internal static readonly RefusalCode PopulationInvalid = new(
        "population.invalid", Invalid, "Cette population n’est pas valable : il faut un nombre positif et une année de 2000 à 2099.");

    internal static readonly RefusalCode AgentsInvalid = new(
        "agents.invalid", Invalid, "Cet effectif n’est pas valable : il faut un nombre positif ou nul et une année de 2000 à 2099.");
    internal static readonly RefusalCode AgentsDuplicate = new(
        "agents.duplicate", Invalid, "Cette année a déjà un effectif : gardez une seule ligne par année.");

    internal static readonly RefusalCode PriceIndexDuplicate = new(
        "priceIndex.duplicate", Invalid, "Cet indice, ou cette année de l’indice, figure déjà plus haut : gardez une seule ligne.");
    internal static readonly RefusalCode PriceIndexValue = new(
        "priceIndex.value", Invalid, "Cette valeur d’indice n’est pas valable : il faut un nombre positif et une année de 2000 à 2099.");

    internal static readonly RefusalCode FunctionalPayInvalid = new(
        "functionalPay.invalid", Invalid, "Ces rémunérations ne sont pas valables : une année de 2000 à 2099, et un total positif qui comprend celles de la communauté.");
    internal static readonly RefusalCode FunctionalPayDuplicate = new(
        "functionalPay.duplicate", Invalid, "Cette année figure déjà plus haut : gardez une seule ligne.");

    internal static readonly RefusalCode ContactMailbox = new(
        "contact.mailbox", Invalid, "Cette adresse électronique n’est pas valable : donnez celle du service, par exemple archives@exemple.fr.");
    internal static readonly RefusalCode ContactDuplicate = new(
        "contact.duplicate", Invalid, "« {0} » figure déjà plus haut : gardez une seule ligne par adresse.");
    internal static readonly RefusalCode ContactTooMany = new(
        "contact.tooMany", Invalid, "Cette liste dépasse 500 adresses : raccourcissez-la.");
}
