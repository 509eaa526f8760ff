using System.Collections.Frozen;

namespace Evaluation.Core.Indicators;

/// <summary>Every service type and indicator known, checked once.</summary>
public sealed class Catalogue
{
    private static readonly Lazy<Catalogue> Shipped = new(CatalogueReader.ReadShipped);

    private readonly FrozenDictionary<string, IndicatorDefinition> _indicators;
    private readonly FrozenDictionary<string, ServiceType> _serviceTypes;

    internal Catalogue(IReadOnlyList<ServiceType> serviceTypes, IReadOnlyList<IndicatorDefinition> indicators)
    {
        ServiceTypes = serviceTypes;
        Indicators = indicators;
        _serviceTypes = serviceTypes.ToFrozenDictionary(t => t.Code, StringComparer.Ordinal);
        _indicators = indicators.ToFrozenDictionary(i => i.Code, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that ships with the product: 21 service types, 163 indicators.</summary>
    public static Catalogue Standard => Shipped.Value;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ServiceType> ServiceTypes { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<IndicatorDefinition> Indicators { get; }

    /// <summary>The definition of a code; null when unknown.</summary>
    public IndicatorDefinition? Find(string? code) => code is null ? null : _indicators.GetValueOrDefault(code);

    /// <summary>The service type of a code; null when unknown.</summary>
    public ServiceType? FindServiceType(string? code) => code is null ? null : _serviceTypes.GetValueOrDefault(code);

    /// <summary>The definition of a code that is known to exist.</summary>
    /// <exception cref="KeyNotFoundException">It does not.</exception>
    public IndicatorDefinition this[string code] => _indicators[code];

    /// <summary>
    /// The codes whose values a definition is computed from: the parts of a ratio, the weight of an average.
    /// </summary>
    public static IEnumerable<string> PartsOf(IndicatorDefinition definition) =>
        new[] { definition.Numerator, definition.Denominator, definition.Weight }.OfType<string>();
}
