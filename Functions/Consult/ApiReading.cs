using System.Text;
using Evaluation.Functions.Describe;
using Microsoft.OpenApi;

namespace Evaluation.Functions.Consult;

/// <summary>An operation of the API as a page lists it.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">Its address, with its names in braces.</param>
/// <param name="Operation">What is described of it.</param>
/// <param name="Api">Where the types that it names are described.</param>
public sealed record ListedOperation(string Method, string Path, OpenApiOperation Operation, OpenApiDocument Api);

/// <summary>Reads the description of the API for its pages.</summary>
internal static class ApiReading
{
    private const string Json = "application/json";
    private const int MostShown = 5;

    // Names of the examples are those of the demonstration.
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["siren"] = "200040715",
        ["id"] = "ads",
        ["year"] = "2025",
        ["period"] = "2025-03",
        ["member"] = "38185",
        ["kind"] = "annual",
        ["version"] = "v1",
        ["file"] = "report.json",
        ["indicator"] = "ADS-01",
    };

    /// <summary>The operations of a subject, in the order of their addresses.</summary>
    public static IReadOnlyList<ListedOperation> On(OpenApiDocument api, OpenApiTag subject) =>
    [
        .. api.Paths.SelectMany(path => path.Value.Operations!
            .Where(operation => operation.Value.Tags!.Any(tag => tag.Reference.Id == subject.Name))
            .Select(operation => new ListedOperation(operation.Key.Method, path.Key, operation.Value, api))),
    ];

    /// <summary>How it is called from a command line.</summary>
    public static string Curl(ListedOperation listed)
    {
        var parameters = listed.Operation.Parameters ?? [];
        var address = parameters.Where(p => p.In == ParameterLocation.Path)
            .Aggregate(listed.Path, (path, p) => path.Replace($"{{{p.Name}}}", ExampleOf(p.Name!), StringComparison.Ordinal));
        var asked = string.Join('&', parameters.Where(p => p is { In: ParameterLocation.Query, Required: true }).Select(p => $"{p.Name}={ExampleOf(p.Name!)}"));
        var command = new StringBuilder("curl");
        if (listed.Method != "GET")
        {
            command.Append(" -X ").Append(listed.Method);
        }

        command.Append(" \"$SITE").Append(address).Append(asked.Length == 0 ? "" : $"?{asked}").Append('"');
        if (listed.Operation.Security is not { Count: 0 })
        {
            command.Append(" \\\n  -H \"").Append(Access.Access.KeyHeader).Append(": $CLE\"");
        }

        if (listed.Operation.RequestBody?.Content is { } content)
        {
            var (type, media) = content.First();
            command.Append(" \\\n  -H \"Content-Type: ").Append(type).Append("\" \\\n  ").Append(BodyOf(Described(listed.Api, media.Schema)));
        }

        return command.ToString();
    }

    /// <summary>The types that operations take and answer, and those that these hold, by name.</summary>
    public static IReadOnlyList<(string Name, IOpenApiSchema Schema)> TypesOf(OpenApiDocument api, IEnumerable<ListedOperation> operations)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var media in operations.SelectMany(o => MediaOf(o.Operation)))
        {
            Follow(media.Schema);
        }

        return [.. found.Select(name => (name, api.Components!.Schemas![name]))];

        void Follow(IOpenApiSchema? schema)
        {
            if (schema is OpenApiSchemaReference { Reference.Id: { } name } && !found.Add(name))
            {
                return;
            }

            foreach (var part in PartsOf(Described(api, schema)))
            {
                Follow(part);
            }
        }
    }

    /// <summary>The name of a type that a schema names; null for what has none.</summary>
    public static string? NameOf(IOpenApiSchema? schema) => (schema as OpenApiSchemaReference)?.Reference.Id;

    /// <summary>What a schema is, in words: what is in a list and the name of a type are told beside.</summary>
    public static string WordsOf(IOpenApiSchema schema) => schema switch
    {
        { Enum: { Count: > 0 } choices } => string.Join(", ", choices.Select(c => c!.ToString())),
        { Format: "date" } => "jour (2025-03-31)",
        { Format: "date-time" } => "instant (2025-03-31T08:00:00Z)",
        { Format: "binary" } => "fichier",
        { Type: JsonSchemaType.Integer, Minimum: { } least, Maximum: { } most } => $"entier de {least} à {most}",
        { Type: JsonSchemaType.Integer } => "entier",
        { Type: JsonSchemaType.Number } => "nombre décimal exact",
        { Type: JsonSchemaType.Boolean } => "true ou false",
        { Type: JsonSchemaType.String } => "texte",
        { Type: JsonSchemaType.Object } => "objet",
        { Type: null } => "tout JSON",
        _ => "liste",
    };

    /// <summary>The codes of a response.</summary>
    public static IEnumerable<string> CodesOf(IOpenApiResponse response) =>
        response.Extensions?.TryGetValue(DescribedOperation.CodesExtension, out var codes) is true && codes is JsonNodeExtension { Node: System.Text.Json.Nodes.JsonArray listed }
            ? listed.Select(code => code!.GetValue<string>())
            : [];

    private static IEnumerable<IOpenApiMediaType> MediaOf(OpenApiOperation operation) =>
        (operation.RequestBody?.Content?.Values ?? [])
            .Concat(operation.Responses!.Values.SelectMany(r => r.Content ?? new Dictionary<string, IOpenApiMediaType>()).Where(c => c.Key == Json).Select(c => c.Value));

    private static IEnumerable<IOpenApiSchema?> PartsOf(IOpenApiSchema? schema) => schema is null ? []
        :
        [
            .. schema.Properties?.Values ?? [], schema.Items, schema.AdditionalProperties, .. schema.AllOf ?? [],
            .. schema.Discriminator?.Mapping?.Values ?? Enumerable.Empty<IOpenApiSchema>(),
        ];

    private static string ExampleOf(string name) => Examples.GetValueOrDefault(name) ?? $"…{name}…";

    private static IOpenApiSchema? Described(OpenApiDocument api, IOpenApiSchema? schema) =>
        NameOf(schema) is { } name ? api.Components!.Schemas![name] : schema;

    private static string BodyOf(IOpenApiSchema? schema) =>
        schema is { Properties: { Count: <= MostShown } members } && members.Values.All(m => m is { Type: JsonSchemaType.String or JsonSchemaType.Boolean or JsonSchemaType.Integer })
            ? $"-d '{{{string.Join(',', members.Select(m => $"\"{m.Key}\":{(m.Value.Type == JsonSchemaType.String ? "\"…\"" : m.Value.Type == JsonSchemaType.Boolean ? "true" : "0")}"))}}}'"
            : "--data-binary @corps";
}
