using System.Globalization;
using System.Text.Json.Nodes;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Functions.Http;
using Microsoft.OpenApi;

namespace Evaluation.Functions.Describe;

/// <summary>Describes the parameters of an address: those of its path, and those that <see cref="AskedParameters"/> lets through.</summary>
internal static class DescribedParameters
{
    private const string PeriodPattern = "^20[0-9]{2}(-(0[1-9]|1[0-2]|Q[1-4]|S[12]))?$";

    // What a name means on every address that does not say otherwise.
    private static readonly Dictionary<string, (string Meaning, Func<OpenApiSchema> Schema)> Words = new(StringComparer.Ordinal)
    {
        ["siren"] = ("SIREN de la communauté : neuf chiffres.", () => Text("^[0-9]{9}$")),
        ["id"] = ("Identifiant du service mutualisé.", () => Text("^[a-z0-9-]{3,40}$")),
        ["year"] = ("Exercice.", Year),
        ["period"] = ("Période : 2025-03, 2025-Q1, 2025-S1 ou 2025.", () => Text(PeriodPattern)),
        ["from"] = ("Première période.", () => Text(PeriodPattern)),
        ["to"] = ("Dernière période.", () => Text(PeriodPattern)),
        ["member"] = ("Membre : son SIREN ou son code Insee.", () => Text("^([0-9]{9}|[0-9AB]{5})$")),
        ["call"] = ("Nom de l’appel, tel que la liste des appels le donne.", () => Text()),
        ["kind"] = ("Type de rapport.", () => Text()),
        ["version"] = ("Version : v1, v2… ; latest pour la dernière, là où un fichier est demandé.", () => Text("^(v[0-9]+|latest)$")),
        ["file"] = ("Nom du fichier, tel que la liste des versions le donne ; ses barres obliques restent telles quelles.", () => Text()),
        ["keyId"] = ("Identifiant de la clé.", () => Text("^[0-9a-f]{16}$")),
        ["noticeId"] = ("Identifiant de l’avis.", () => Text()),
        ["operationId"] = ("Identifiant de l’opération.", () => Text()),
        ["subscription"] = ("Identifiant de l’abonnement.", () => Text("^[0-9a-f]{24}$")),
        ["submissionId"] = ("Identifiant de l’envoi.", () => Text()),
        ["indicator"] = ("Code d’un indicateur, par exemple ADS-01.", () => Text()),
        ["mutualisation"] = ("Identifiant d’un service mutualisé : lui seul.", () => Text()),
        ["dryRun"] = ("true : répond comme pour de vrai, et n’écrit rien.", () => Flag()),
        ["includeDeleted"] = ("true : donne aussi les valeurs retirées.", () => Flag()),
        ["limit"] = ("Lignes d’une page.", () => new()
        {
            Type = JsonSchemaType.Integer,
            Minimum = "1",
            Maximum = AskedParameter.LongestPage.ToString(CultureInfo.InvariantCulture),
            Default = AskedParameter.UsualPage,
        }),
        ["after"] = ("La suite d’une page : son « next ».", () => Text()),
        ["state"] = ("Les lignes de cet état seulement.", () => Text()),
        ["format"] = ("Forme de la réponse.", () => Text()),
        ["table"] = ("Tableau donné seul, au format csv.", () => Text()),
        ["frame"] = ("Cadre d’une image : slide pour une diapositive.", () => Text()),
        ["action"] = ("Action telle qu’elle est notée, par exemple « PUT mutualisations/{id} ».", () => Text()),
        ["job"] = ("Tâche.", () => Text()),
        ["leftovers"] = ("remove : l’archive remplace ce qui reste ici de la communauté.", () => Text()),
        ["strategy"] = ("Ce qu’il advient d’une valeur déjà connue.", () => Text()),
        ["mode"] = ("Si une ligne refusée fait refuser les autres.", () => Text()),
        ["source"] = ("Application qui transmet, si le corps ne la nomme pas : 100 caractères au plus.", () => Text(longest: 100)),
        ["sheet"] = ("Feuille d’un classeur.", () => Text()),
        ["reason"] = ("Motif d’une correction, si le corps ne le donne pas.", () => Text()),
        ["answer"] = ("Forme de la réponse : xlsx rend le classeur envoyé, annoté.", () => Text()),
    };

    /// <summary>The parameters of an address, those of its path first.</summary>
    /// <exception cref="InvalidOperationException">The meaning of one is not known.</exception>
    public static List<IOpenApiParameter> Of(RouteEndpoint endpoint) =>
    [
        .. endpoint.RoutePattern.Parameters.Select(p => Described(endpoint, p.Name, ParameterLocation.Path)),
        .. AskedParameters.Of(endpoint).Select(name => Described(endpoint, name, ParameterLocation.Query)),
        .. endpoint.Metadata.OfType<HeaderTaken>().Select(Header),
        .. endpoint.Metadata.GetMetadata<ChangeConditional>() is null ? Enumerable.Empty<IOpenApiParameter>() :
        [
            Header(new("If-Match", "Ne change que ce document-là : l’ETag d’une lecture, ou * pour tout document qui est là.")),
            Header(new("If-None-Match", "* : ne dépose que là où il n’y a encore rien.")),
        ],
        .. endpoint.Metadata.GetMetadata<AnswerTagged>() is null || endpoint.Metadata.GetMetadata<ChangeConditional>() is not null
            ? Enumerable.Empty<IOpenApiParameter>()
            : [Header(new("If-None-Match", "L’ETag d’une lecture : répond 304 si rien n’a changé depuis."))],
    ];

    private static OpenApiParameter Described(RouteEndpoint endpoint, string name, ParameterLocation place)
    {
        var said = endpoint.Metadata.OfType<ParameterTaken>().Where(p => p.Name == name).ToList();
        var known = Words.TryGetValue(name, out var word);
        var schema = said.Find(p => p.IsDay) is not null ? new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }
            : known ? word.Schema() : Text();
        if (said.Find(p => p.Choices is not null) is { } choice)
        {
            schema.Enum = [.. choice.Choices!.Select(c => (JsonNode)c)];
            schema.Default = choice.Usual;
        }

        if (said.Exists(p => p.Meaning is not null) && name == "id")
        {
            schema.Pattern = null;
        }

        return new OpenApiParameter
        {
            Name = name,
            In = place,
            Required = place == ParameterLocation.Path || said.Exists(p => p.IsNeeded),
            Description = Typography.Fix(said.Find(p => p.Meaning is not null)?.Meaning
                ?? (known ? word.Meaning : throw new InvalidOperationException($"What the parameter {name} means is not known."))),
            Schema = schema,
        };
    }

    private static OpenApiParameter Header(HeaderTaken header) => new()
    {
        Name = header.Name,
        In = ParameterLocation.Header,
        Description = Typography.Fix(header.Meaning),
        Schema = Text(),
    };

    private static OpenApiSchema Text(string? pattern = null, int? longest = null) =>
        new() { Type = JsonSchemaType.String, Pattern = pattern, MaxLength = longest };

    private static OpenApiSchema Flag() => new() { Type = JsonSchemaType.Boolean, Default = false };

    private static OpenApiSchema Year() => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = Period.MinYear.ToString(CultureInfo.InvariantCulture),
        Maximum = Period.MaxYear.ToString(CultureInfo.InvariantCulture),
    };
}
