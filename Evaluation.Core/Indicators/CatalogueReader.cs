using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Indicators;

/// <summary>Reads a catalogue file and refuses one that contradicts itself.</summary>
internal static class CatalogueReader
{
    public static Catalogue ReadShipped()
    {
        using var file = typeof(CatalogueReader).Assembly.GetManifestResourceStream("catalogue.json")
            ?? throw new InvalidDataException("The catalogue is missing from the assembly.");
        return Read(file);
    }

    /// <exception cref="InvalidDataException">The file is not a coherent catalogue; the message lists why.</exception>
    public static Catalogue Read(Stream json)
    {
        var file = JsonSerializer.Deserialize(json, CatalogueJson.Default.CatalogueFile)
            ?? throw new InvalidDataException("The catalogue is empty.");
        var catalogue = new Catalogue(
            [.. file.ServiceTypes.Select(t => new ServiceType(
                t.Code,
                t.Label.Replace('\'', '’'),
                DomainCode.TryParse<ServiceNature>(t.Nature, out var nature) ? nature : null,
                t.DefaultAllocationIndicator))],
            [.. file.Indicators.Select(i => DefinitionVersionReader.Read(Definition(i), i.Versions ?? [], t => Target(i.Code, t)))]);
        var faults = Faults(catalogue).ToList();
        return faults.Count == 0
            ? catalogue
            : throw new InvalidDataException("The catalogue contradicts itself: " + string.Join("; ", faults));
    }

    private static IndicatorDefinition Definition(IndicatorEntry entry) => new()
    {
        Code = entry.Code,
        ServiceType = entry.ServiceType,
        Label = entry.Label.Replace('\'', '’'),
        Definition = entry.Definition.Replace('\'', '’'),
        UnitLabel = entry.UnitLabel,
        Decimals = entry.Decimals,
        Direction = Choice<Direction>(entry.Code, entry.Direction),
        Aggregation = Choice<AggregationRule>(entry.Code, entry.Aggregation),
        Periodicity = Choice<Periodicity>(entry.Code, entry.Periodicity),
        Family = Choice<IndicatorFamily>(entry.Code, entry.Family),
        Criterion = Choice<EvaluationCriterion>(entry.Code, entry.Criterion),
        Level = Choice<IndicatorLevel>(entry.Code, entry.Level),
        Target = entry.Target is { } target ? Target(entry.Code, target) : null,
        Numerator = entry.Numerator,
        Denominator = entry.Denominator,
        Factor = entry.Factor ?? 1,
        Weight = entry.Weight,
        IsAllocationUnit = entry.AllocationUnit,
        HasSmallCountRisk = entry.SmallCountRisk,
        IsOpenData = entry.OpenData,
        Min = entry.Min,
        Max = entry.Max,
    };

    private static Target Target(string code, TargetEntry target) =>
        new(target.Value, target.Operator == "<=", Choice<TargetBasis>(code, target.Basis));

    private static T Choice<T>(string code, string text)
        where T : struct, Enum =>
        DomainCode.TryParse<T>(text, out var value)
            ? value
            : throw new InvalidDataException($"{code}: '{text}' is not a {typeof(T).Name}.");

    private static IEnumerable<string> Faults(Catalogue catalogue)
    {
        foreach (var indicator in catalogue.Indicators)
        {
            if (catalogue.FindServiceType(indicator.ServiceType) is null)
            {
                yield return $"{indicator.Code}: unknown service type {indicator.ServiceType}";
            }

            foreach (var part in Catalogue.PartsOf(indicator))
            {
                if (catalogue.Find(part) is not { } definition)
                {
                    yield return $"{indicator.Code}: unknown part {part}";
                }
                else if (definition.IsComputed)
                {
                    yield return $"{indicator.Code}: part {part} is itself computed";
                }
            }

            if (indicator.IsComputed != (indicator is { Numerator: not null, Denominator: not null }))
            {
                yield return $"{indicator.Code}: a ratio, and only a ratio, has a numerator and a denominator";
            }

            if (indicator.Versions.Count == 0 && indicator.Min > indicator.Max)
            {
                yield return $"{indicator.Code}: min above max";
            }

            foreach (var fault in DefinitionVersionReader.Faults(indicator))
            {
                yield return fault;
            }
        }

        foreach (var type in catalogue.ServiceTypes)
        {
            if (type.DefaultUnit is { } unit && catalogue.Find(unit) is not { IsAllocationUnit: true })
            {
                yield return $"{type.Code}: {unit} is not a unit of functioning";
            }
        }
    }
}

internal sealed record CatalogueFile(
    IReadOnlyList<ServiceTypeEntry> ServiceTypes, IReadOnlyList<IndicatorEntry> Indicators);

internal sealed record ServiceTypeEntry(string Code, string Label, string Nature, string? DefaultAllocationIndicator);

internal sealed record TargetEntry(string Operator, decimal Value, string Basis);

internal sealed record IndicatorEntry(
    string Code,
    string ServiceType,
    string Label,
    string Definition,
    string UnitLabel,
    int Decimals,
    string Direction,
    string Aggregation,
    string Periodicity,
    TargetEntry? Target,
    string Family,
    string Criterion,
    string Level,
    string? Numerator,
    string? Denominator,
    decimal? Factor,
    bool AllocationUnit,
    bool SmallCountRisk,
    bool OpenData,
    decimal? Min,
    decimal? Max,
    string? Weight,
    IReadOnlyList<VersionEntry>? Versions);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CatalogueFile))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
