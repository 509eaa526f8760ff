using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;

namespace Evaluation.Core.Reports;

/// <summary>Names keys and their criteria in French.</summary>
internal static class SplitKeys
{
    private const int PartDecimals = 4;
    private const int WeightedDecimals = 2;
    private const int PriceDecimals = 4;

    /// <summary>« Le coût est réparti à 40 % selon la population totale et à 60 % à parts égales. »</summary>
    public static string Shared(AllocationKey key, Catalogue catalogue) => key.Criteria is [var only]
        ? $"Le coût est réparti {How(only, catalogue)}."
        : "Le coût est réparti " + FrenchText.List([.. key.Criteria.Select(c => $"à {Weight(c)} {How(c, catalogue)}")]) + ".";

    /// <summary>« 85 € par unité de « Dossiers d’urbanisme déposés » (ADS-01) ».</summary>
    public static string Prices(AllocationKey key, Catalogue catalogue) => FrenchText.List(
        [.. key.Prices.Select(p => $"{Price(p.Price)} par unité de {Indicator(p.Indicator, catalogue)}")]);

    /// <summary>« 2,50 € », « 2,3456 € »: to the cent, and further only where the price goes.</summary>
    public static string Price(decimal euros) => decimal.Round(euros, 2) == euros
        ? FrenchMoney.Euros(euros)
        : $"{FrenchNumber.FormatShort(euros, PriceDecimals)}{FrenchNumber.UnitSpace}€";

    /// <summary>What the key waits for.</summary>
    public static string Needs(AllocationKey key, Catalogue catalogue) => key.Method switch
    {
        AllocationMethod.LumpSum => "forfait",
        AllocationMethod.PerAct => FrenchText.List([.. key.Prices.Select(p => Indicator(p.Indicator, catalogue))]),
        AllocationMethod.Split or AllocationMethod.UnitPrice or AllocationMethod.Free =>
            FrenchText.List([.. key.Criteria.Select(c => Named(c, catalogue))]),
    };

    /// <summary>Head of a column of units.</summary>
    public static string Column(KeyCriterion criterion, IndicatorDefinition? definition) => criterion.Kind switch
    {
        CriterionKind.Population => "Population",
        CriterionKind.Equal => "Jours",
        CriterionKind.Fixed => "Quotité",
        CriterionKind.WeightedIndicators => "Unités pondérées",
        CriterionKind.Indicator => ReportText.Prose(definition!.Label),
    };

    /// <summary>Decimals of a column that no indicator gives.</summary>
    public static int Decimals(KeyCriterion criterion) => criterion.Kind switch
    {
        CriterionKind.Fixed => PartDecimals,
        CriterionKind.WeightedIndicators => WeightedDecimals,
        CriterionKind.Equal or CriterionKind.Population or CriterionKind.Indicator => 0,
    };

    /// <summary>« la population totale », « « Tickets » (DSI-01) ».</summary>
    public static string Named(KeyCriterion criterion, Catalogue catalogue) => criterion.Kind switch
    {
        CriterionKind.Population => $"la {criterion.Population.Label()}"
            + Dated(criterion),
        CriterionKind.Equal => "parts égales",
        CriterionKind.Fixed => "les quotités de la convention",
        CriterionKind.WeightedIndicators => "les unités pondérées (" + FrenchText.List(
            [.. criterion.UnitWeights.Select(u => $"{Indicator(u.Indicator, catalogue)} × {FrenchNumber.FormatShort(u.Weight, PriceDecimals)}")]) + ")",
        CriterionKind.Indicator => Indicator(criterion.Indicator!, catalogue),
    };

    /// <summary>« 40 % ».</summary>
    public static string Weight(KeyCriterion criterion) =>
        FrenchNumber.FormatShort(criterion.Weight * 100, 2) + FrenchNumber.UnitSpace + "%";

    /// <summary>« à parts égales », « selon la population totale ».</summary>
    public static string How(KeyCriterion criterion, Catalogue catalogue) => criterion.Kind switch
    {
        CriterionKind.Equal => "à parts égales",
        CriterionKind.Population or CriterionKind.Indicator or CriterionKind.WeightedIndicators
            or CriterionKind.Fixed => $"selon {Named(criterion, catalogue)}",
    };

    // What was counted, and what the convention asks for when it is another year.
    private static string Dated(KeyCriterion criterion) => (criterion.Vintage, criterion.ReferenceYear) switch
    {
        ({ } vintage, { } year) when vintage != year => $" de {ReportText.Year(vintage)} (la convention retient {ReportText.Year(year)})",
        ({ } vintage, _) => $" de {ReportText.Year(vintage)}",
        (null, { } year) => $" de {ReportText.Year(year)}",
        _ => "",
    };

    /// <summary>« « Tickets » (DSI-01) ».</summary>
    public static string Indicator(string code, Catalogue catalogue) => $"« {catalogue[code].Label} » ({code})";
}
