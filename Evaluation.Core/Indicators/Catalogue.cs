using System.Collections.Frozen;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Indicators;

/// <summary>Every service type and indicator known, checked once.</summary>
public sealed class Catalogue
{
    private static readonly Lazy<Catalogue> Shipped = new(CatalogueReader.ReadShipped);

    private readonly FrozenDictionary<string, IndicatorDefinition> _indicators;
    private readonly FrozenDictionary<string, ServiceType> _serviceTypes;
    private readonly FrozenDictionary<string, SeriesBreak[]> _breaks;

    /// <summary>A catalogue of its own.</summary>
    /// <param name="serviceTypes">Codes are different from each other.</param>
    /// <param name="indicators">Codes are different from each other; the parts of each are among them.</param>
    public Catalogue(IReadOnlyList<ServiceType> serviceTypes, IReadOnlyList<IndicatorDefinition> indicators)
    {
        ServiceTypes = serviceTypes;
        Indicators = indicators;
        _serviceTypes = serviceTypes.ToFrozenDictionary(t => t.Code, StringComparer.Ordinal);
        _indicators = indicators.ToFrozenDictionary(i => i.Code, StringComparer.Ordinal);
        _breaks = indicators
            .Select(i => KeyValuePair.Create(i.Code, BreaksOf(i)))
            .Where(i => i.Value.Length > 0)
            .ToFrozenDictionary(StringComparer.Ordinal);
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

    /// <summary>
    /// The days on which the definition of an indicator or of one of its parts changed, after the first day of the
    /// earlier period and up to the last of the later one. Where there is one, the two periods do not compare.
    /// </summary>
    public IReadOnlyList<SeriesBreak> BreaksBetween(IndicatorDefinition definition, Period one, Period other)
    {
        var (first, last) = one.Start <= other.Start ? (one, other) : (other, one);
        return [.. Breaks(definition).Where(b => b.On > first.Start && b.On <= last.LastDay)];
    }

    /// <summary>Every break of an indicator and its parts, by day.</summary>
    internal SeriesBreak[] Breaks(IndicatorDefinition definition) => _breaks.GetValueOrDefault(definition.Code) ?? [];

    private SeriesBreak[] BreaksOf(IndicatorDefinition definition) =>
        [.. PartsOf(definition).Prepend(definition.Code)
            .Select(Find)
            .OfType<IndicatorDefinition>()
            .SelectMany(part => part.Versions
                .Where(v => v.ValidFrom is not null)
                .Select(v => new SeriesBreak(part.Code, v.ValidFrom!.Value, v.Change!)))
            .OrderBy(b => b.On)
            .ThenBy(b => b.Indicator, StringComparer.Ordinal)];
}
