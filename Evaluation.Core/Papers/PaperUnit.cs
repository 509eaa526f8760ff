using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Papers;

/// <summary>The unit of functioning of a service: what its cost is divided by.</summary>
internal sealed class PaperUnit
{
    private const int WeightedDecimals = 4;

    private readonly KeyCriterion _criterion;
    private readonly Catalogue _catalogue;

    private PaperUnit(KeyCriterion criterion, Catalogue catalogue)
    {
        _criterion = criterion;
        _catalogue = catalogue;
    }

    /// <summary>What is counted, with its code; the indicators that are weighted, for weighted units.</summary>
    public string Name => _criterion.Indicator is { } code
        ? NameOf(_catalogue[code])
        : $"unités pondérées : {FrenchText.List([.. _criterion.Indicators.Select(c => NameOf(_catalogue[c]))])}";

    /// <summary>Decimals of the units.</summary>
    public int Decimals => _criterion.Indicator is { } code ? _catalogue[code].Decimals : WeightedDecimals;

    /// <summary>The only unit that a key measures; null for any other key.</summary>
    public static PaperUnit? Of(AllocationKey? key, Catalogue catalogue) =>
        key?.SingleUnit is { } unit ? new PaperUnit(unit, catalogue) : null;

    /// <summary>The unit of a cost that is shared; null when it was shared by several keys, or has no single unit.</summary>
    public static PaperUnit? Of(Allocation? allocation, Catalogue catalogue) =>
        allocation?.UnitsUsed is null ? null : Of(allocation.Key, catalogue);

    /// <summary>« Dossiers déposés (ADS-01) ».</summary>
    public static string NameOf(IndicatorDefinition definition) => $"{definition.Label} ({definition.Code})";

    /// <summary>Whether the same is counted, with the same weights.</summary>
    public bool IsSameAs(PaperUnit? other) => other is not null && _criterion.CountsAs(other._criterion);

    /// <summary>Whether the definition of what is counted changed between two periods.</summary>
    public bool ChangesBetween(Period one, Period other) =>
        _criterion.Indicators.Any(code => _catalogue.BreaksBetween(_catalogue[code], one, other).Count > 0);
}
