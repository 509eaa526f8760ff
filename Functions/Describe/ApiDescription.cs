using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Microsoft.OpenApi;

namespace Evaluation.Functions.Describe;

/// <summary>
/// The API, described from its own routes (OpenAPI 3.0, which every generator of clients takes). Made when it is first asked
/// for; the same program makes the same bytes on every machine.
/// </summary>
internal sealed class ApiDescription
{
    /// <summary>The name of the extension that holds the catalogue: each code with its status and its sentence.</summary>
    public const string CatalogueExtension = "x-refusals";

    private const string Prefix = "/api/";

    private readonly Lazy<(OpenApiDocument Document, byte[] Json, string Tag)> _described;

    /// <param name="endpoints">Of the site; those of the API are described.</param>
    public ApiDescription(EndpointDataSource endpoints)
        : this(() => endpoints.Endpoints)
    {
    }

    /// <param name="endpoints">Gives all endpoints of the site, once they are mapped.</param>
    public ApiDescription(Func<IEnumerable<Endpoint>> endpoints) => _described = new(() => Describe(endpoints()));

    /// <summary>The document.</summary>
    public OpenApiDocument Document => _described.Value.Document;

    /// <summary>The same as JSON, UTF-8.</summary>
    public ReadOnlyMemory<byte> Json => _described.Value.Json;

    /// <summary>The entity tag of these very bytes.</summary>
    public string Tag => _described.Value.Tag;

    /// <summary>Whether an endpoint belongs to the API: one with a method, below its address, that is not of a local run alone.</summary>
    public static bool IsDescribed(Endpoint endpoint) =>
        endpoint is RouteEndpoint { RoutePattern.RawText: { } text } && text.StartsWith(Prefix, StringComparison.Ordinal)
        && endpoint.Metadata.GetMetadata<RightAsked>() is not null
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null
        && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null;

    /// <summary>The address of an endpoint as the document writes it.</summary>
    public static string PathOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Replace("{**", "{", StringComparison.Ordinal);

    private static (OpenApiDocument Document, byte[] Json, string Tag) Describe(IEnumerable<Endpoint> endpoints)
    {
        var document = Write([.. endpoints.Where(IsDescribed).Cast<RouteEndpoint>()
            .OrderBy(PathOf, StringComparer.Ordinal)
            .ThenBy(MethodOf, StringComparer.Ordinal)]);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAsV3(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        var json = Encoding.UTF8.GetBytes(text.ToString());
        return (document, json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..16]}\"");
    }

    private static OpenApiDocument Write(IReadOnlyList<RouteEndpoint> endpoints)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "Évaluation des mutualisations",
                Version = "1",
                Description = Typography.Fix(
                    "Chaque refus est un « application/problem+json » : son champ « code » est stable, son champ « detail » est une phrase. "
                    + "Une adresse qui n’existe pas répond 404 « address.unknown », une méthode qu’une adresse n’a pas 405 « method.notAllowed » avec Allow. "
                    + "HEAD est répondu partout où GET l’est. Un champ absent vaut null."),
            },
            Servers = [new OpenApiServer { Url = "/" }],
            Paths = [],
            Components = new OpenApiComponents
            {
                SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    ["key"] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.ApiKey,
                        In = ParameterLocation.Header,
                        Name = Access.Access.KeyHeader,
                        Description = Typography.Fix("La clé d’une application."),
                    },
                    ["token"] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        Description = Typography.Fix("Le jeton d’une personne."),
                    },
                },
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] },
        ];

        document.Tags = endpoints.Select(e => e.Metadata.GetRequiredMetadata<Subject>()).Distinct().OrderBy(s => s.Id, StringComparer.Ordinal)
            .Select(subject => new OpenApiTag { Name = subject.Id, Description = subject.Title })
            .ToHashSet();
        var schemas = new DescribedSchemas(document);
        var operations = new DescribedOperation(document, schemas);
        foreach (var at in endpoints.GroupBy(PathOf, StringComparer.Ordinal))
        {
            var path = new OpenApiPathItem { Operations = [] };
            foreach (var endpoint in at)
            {
                path.Operations[HttpMethod.Parse(MethodOf(endpoint))] = operations.Of(endpoint, MethodOf(endpoint));
            }

            document.Paths[at.Key] = path;
        }

        document.AddExtension(CatalogueExtension, new JsonNodeExtension(Catalogue()));
        document.Components.Schemas = schemas.Components.ToDictionary(StringComparer.Ordinal);
        return document;
    }

    private static JsonObject Catalogue()
    {
        var catalogue = new JsonObject();
        foreach (var code in DescribedRefusals.All())
        {
            catalogue[code.Code] = new JsonObject
            {
                ["status"] = code.Kind == RefusalKind.Told ? null : RefusalStatus.Of(code.Kind),
                ["sentence"] = code.Described,
            };
        }

        return catalogue;
    }

    private static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0];
}
