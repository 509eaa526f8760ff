using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Evaluation.Functions.Store;
using Microsoft.OpenApi;

namespace Evaluation.Functions.Describe;

/// <summary>
/// Describes JSON by what reads or writes it: an object is a component of the document, named as its type, whose members are
/// those that are written. A member that may be null is absent then, so that it is not required.
/// </summary>
internal sealed class DescribedSchemas(OpenApiDocument document)
{
    private readonly Dictionary<string, Type> _named = new(StringComparer.Ordinal);
    private readonly HashSet<(Type, JsonSerializerOptions)> _known = [];

    /// <summary>The components so far, by name.</summary>
    public SortedDictionary<string, IOpenApiSchema> Components { get; } = new(StringComparer.Ordinal);

    /// <summary>The schema of what a type reads or writes.</summary>
    /// <exception cref="InvalidOperationException">Two types have one name, or a converter does not say what it writes.</exception>
    public IOpenApiSchema Of(JsonTypeInfo type) => Of(type, type.Converter);

    private IOpenApiSchema Of(JsonTypeInfo type, JsonConverter converter)
    {
        if (converter is IShapedConverter { Shape: var shape })
        {
            return Written(shape);
        }

        return type.Kind switch
        {
            JsonTypeInfoKind.Object => Named(type),
            JsonTypeInfoKind.Enumerable => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(type, type.ElementType!) },
            JsonTypeInfoKind.Dictionary => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = Of(type, type.ElementType!),
            },
            JsonTypeInfoKind.None => Leaf(type.Type),
            _ => throw new InvalidOperationException($"{type.Type} is of a kind that is not known: {type.Kind}."),
        };
    }

    private IOpenApiSchema Of(JsonTypeInfo owner, Type type) =>
        Of(owner.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type));

    private OpenApiSchemaReference Named(JsonTypeInfo type)
    {
        var name = NameOf(type.Type);
        if (_known.Add((type.Type, type.Options)))
        {
            Add(name, type.Type, () => type.PolymorphismOptions is { } kinds ? Base(type, kinds) : Members(type, []));
        }

        return new OpenApiSchemaReference(name, document);
    }

    // A type may be met again in another context of the program: it must be written there as it is here.
    private void Add(string name, Type type, Func<OpenApiSchema> describe)
    {
        if (_named.TryAdd(name, type))
        {
            Components[name] = describe();
        }
        else if (_named[name] != type || (TextOf(describe()) is var again && Components.TryGetValue(name, out var known) && TextOf(known) != again))
        {
            throw new InvalidOperationException($"{name} is written in two ways.");
        }
    }

    private static string TextOf(IOpenApiSchema schema)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        schema.SerializeAsV3(new OpenApiJsonWriter(text));
        return text.ToString();
    }

    // A base with its discriminator and kinds that add to it: what generators of clients make classes from.
    private OpenApiSchema Base(JsonTypeInfo type, JsonPolymorphismOptions kinds)
    {
        var (name, told) = (NameOf(type.Type), kinds.TypeDiscriminatorPropertyName);
        var schema = Members(type, []);
        schema.Properties![told] = new OpenApiSchema { Type = JsonSchemaType.String };
        schema.Required!.Add(told);
        schema.Discriminator = new OpenApiDiscriminator { PropertyName = told, Mapping = new Dictionary<string, OpenApiSchemaReference>() };
        foreach (var kind in kinds.DerivedTypes)
        {
            // Only in place of its base is it written with its kind.
            var own = $"{NameOf(kind.DerivedType)}In{name}";
            var derived = type.Options.GetTypeInfo(kind.DerivedType);
            Add(own, kind.DerivedType, () => new OpenApiSchema
            {
                AllOf = [new OpenApiSchemaReference(name, document), Members(derived, schema.Properties.Keys)],
            });
            schema.Discriminator.Mapping[(string)kind.TypeDiscriminator!] = new OpenApiSchemaReference(own, document);
        }

        return schema;
    }

    private OpenApiSchema Members(JsonTypeInfo type, ICollection<string> known)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = new SortedSet<string>(StringComparer.Ordinal),
            AdditionalPropertiesAllowed = type.UnmappedMemberHandling != JsonUnmappedMemberHandling.Disallow,
        };
        foreach (var member in type.Properties.Where(p => IsWritten(p, type.Options) && !known.Contains(p.Name)))
        {
            var value = type.Options.GetTypeInfo(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType);
            schema.Properties[member.Name] = Of(value, member.CustomConverter ?? value.Converter);
            if (IsAlways(member))
            {
                schema.Required.Add(member.Name);
            }
        }

        return schema;
    }

    private static bool IsWritten(JsonPropertyInfo member, JsonSerializerOptions options) =>
        member.Get is not null && (member.Set is not null || !options.IgnoreReadOnlyProperties || member.AssociatedParameter is not null);

    private static bool IsAlways(JsonPropertyInfo member) =>
        member is { IsGetNullable: false } && Nullable.GetUnderlyingType(member.PropertyType) is null;

    private static OpenApiSchema Written(WrittenShape shape)
    {
        var schema = new OpenApiSchema
        {
            Type = shape.Type == "object" ? JsonSchemaType.Object : JsonSchemaType.String,
            Pattern = shape.Pattern,
            Enum = shape.Words is { } words ? [.. words.Select(word => (JsonNode)word)] : null,
        };
        if (shape.Members.Count > 0)
        {
            schema.Properties = shape.Members.ToDictionary(
                m => m.Name, IOpenApiSchema (m) => new OpenApiSchema { Type = JsonSchemaType.String }, StringComparer.Ordinal);
            schema.Required = new SortedSet<string>(shape.Members.Where(m => m.IsAlways).Select(m => m.Name), StringComparer.Ordinal);
        }

        return schema;
    }

    private static OpenApiSchema Leaf(Type type) =>
        type == typeof(string) ? new() { Type = JsonSchemaType.String }
        : type == typeof(bool) ? new() { Type = JsonSchemaType.Boolean }
        : type == typeof(int) ? new() { Type = JsonSchemaType.Integer, Format = "int32" }
        : type == typeof(long) ? new() { Type = JsonSchemaType.Integer, Format = "int64" }
        : type == typeof(decimal) ? new() { Type = JsonSchemaType.Number, Format = "decimal" }
        : type == typeof(double) ? new() { Type = JsonSchemaType.Number, Format = "double" }
        : type == typeof(DateOnly) ? new() { Type = JsonSchemaType.String, Format = "date" }
        : type == typeof(DateTimeOffset) ? new() { Type = JsonSchemaType.String, Format = "date-time" }
        : type == typeof(JsonElement) ? new() { Description = "Tout JSON : ce qui s’y trouve n’est pas lu." }
        : throw new InvalidOperationException($"{type} is written by a converter that does not say how.");

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Concat(type.GetGenericArguments().Select(NameOf))}"
        : type.Name;
}
