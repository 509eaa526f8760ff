using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Versions;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>
/// The documents a report is read from, part by part, as the next version compares them: it names what says something else,
/// whatever it is, so that nothing that changed goes untold.
/// </summary>
internal static class BaseRecords
{
    /// <summary>French names of the parts of the document of a community.</summary>
    public static IReadOnlyDictionary<string, string> OfCommunity { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["name"] = "nom",
        ["kind"] = "nature",
        ["fiscalRegime"] = "régime fiscal",
        ["demonstration"] = "données de démonstration",
        ["members"] = "membres et populations",
        ["priceIndices"] = "indices de prix",
        ["functionalPay"] = "rémunération des services fonctionnels",
        ["directorMailbox"] = "adresse de la direction",
        ["mutedMailboxes"] = "adresses sans avis",
        ["subscriptions"] = "abonnements aux rapports",
    };

    /// <summary>French names of the parts of the document of a mutualisation.</summary>
    public static IReadOnlyDictionary<string, string> OfMutualisation { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["label"] = "libellé",
        ["serviceType"] = "type de service",
        ["nature"] = "nature",
        ["legalForm"] = "forme juridique",
        ["legalForms"] = "formes juridiques datées",
        ["offerStatus"] = "place dans l’offre",
        ["offer"] = "éditions de l’offre",
        ["lifecycle"] = "étapes de la vie du service",
        ["provider"] = "porteur",
        ["referent"] = "référent",
        ["contactMailbox"] = "adresse du service",
        ["sponsor"] = "élu porteur",
        ["costCentre"] = "centre de coût",
        ["hierarchicalAuthority"] = "autorité hiérarchique",
        ["functionalAuthority"] = "autorité fonctionnelle",
        ["objectives"] = "objectifs",
        ["memberships"] = "adhésions",
        ["posts"] = "postes",
        ["closesAfterDays"] = "délai de clôture",
        ["indicators"] = "indicateurs suivis",
        ["convention"] = "convention",
        ["amendments"] = "avenants",
        ["deliberations"] = "délibérations",
        ["staffCommitteeOpinions"] = "avis des comités sociaux",
        ["impactSheet"] = "fiche d’impact",
        ["reglement"] = "règlement de mise à disposition",
        ["committees"] = "réunions",
        ["recommendations"] = "recommandations",
        ["links"] = "pièces jointes",
        ["source"] = "source des valeurs",
    };

    /// <summary>The parts of all that a report is read from.</summary>
    /// <param name="dossier">What was loaded.</param>
    /// <param name="community">As it is declared.</param>
    /// <param name="mutualisation">As it is declared.</param>
    /// <param name="baseline">As it is declared; null without one.</param>
    /// <param name="decisions">Those the report tells of.</param>
    public static IReadOnlyList<BaseRecord> Of(
        Dossier dossier,
        StoredDocument community,
        StoredDocument mutualisation,
        StoredDocument? baseline,
        IReadOnlyList<StoredDocument> decisions) =>
    [
        .. Parts(community, "fiche de la communauté", OfCommunity),
        .. Parts(mutualisation, "fiche du service", OfMutualisation).Where(part => part.Name != SourceOfValues),
        .. baseline is null ? Array.Empty<BaseRecord>() : [Whole(RecordKind.Reference, "situation de référence", baseline)],
        .. Indices(dossier),
        .. dossier.Costs.OrderBy(c => c.Year).Select(c => Record(
            RecordKind.Declaration, string.Create(CultureInfo.InvariantCulture, $"coûts de {c.Year}"), Fingerprint.TextOf(c))),
        .. Said("états des appels", dossier, Fingerprint.CallStatesOf),
        .. Said("montants arrêtés", dossier, Fingerprint.SettlingsOf),
        .. Said("soldes reportés", dossier, Fingerprint.CarriedOf),
        .. Said("réponses des membres sur leurs unités", dossier, Fingerprint.UnitAnswersOf),
        Record(RecordKind.Declaration, "catalogue du service", Fingerprint.DefinitionsOf(dossier)),
        .. decisions.Select(d => Whole(RecordKind.Decision, $"décision de {d.RowKey[^4..]}", d)),
        Record(RecordKind.Presentation, "présentation du rapport", Fingerprint.Rendering),
    ];

    // Where values are pulled from says nothing of what they are.
    private static string SourceOfValues { get; } = Named("fiche du service", OfMutualisation["source"]);

    private static IEnumerable<BaseRecord> Parts(StoredDocument document, string name, IReadOnlyDictionary<string, string> names) =>
        JsonElement.Parse(document.Json.ToMemory().Span).EnumerateObject()
            .Select(part => Record(RecordKind.Declaration, Named(name, names[part.Name]), part.Value.GetRawText()));

    private static string Named(string document, string part) => $"{document} ({part})";

    // Those that bring the euros before pooling to the year: what an index becomes later changes nothing of it.
    private static IEnumerable<BaseRecord> Indices(Dossier dossier) => dossier.Baseline is null ? [] :
        dossier.Community.PriceIndices.Select(index => Record(
            RecordKind.Reference,
            $"indice de prix {index.Code}",
            string.Join('\n', index.Values.Where(v => v.Year <= dossier.Year).Select(v => FormattableString.Invariant($"{v.Year}|{v.Value}")))));

    // None where nothing was said.
    private static IEnumerable<BaseRecord> Said(string name, Dossier dossier, Func<Dossier, string> textOf) =>
        textOf(dossier) is { Length: > 0 } text
            ? [Record(RecordKind.Declaration, string.Create(CultureInfo.InvariantCulture, $"{name} ({dossier.Year})"), text)]
            : [];

    private static BaseRecord Whole(RecordKind kind, string name, StoredDocument document) =>
        new(kind, name, Digest(document.Json.ToMemory().Span));

    private static BaseRecord Record(RecordKind kind, string name, string text) => new(kind, name, Digest(Encoding.UTF8.GetBytes(text)));

    private static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
