using Evaluation.Core.French;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Tests.Reports.Charts;

/// <summary>Charts with the cases that go wrong, by the name of their golden file.</summary>
internal static class SampleCharts
{
    private static readonly LineSeries Counts2025 =
        LineSeries.Of("2025", 714, 731, 884, 842, 782, 876, 774, 493, 825, 919, 791, 655);

    private static readonly LineSeries Counts2024 =
        LineSeries.Of("2024", 662, 695, 788, 813, 737, 771, 754, 511, 796, 829, 720, 586);

    private static readonly LineSeries Rates2025 =
        LineSeries.Of("2025", 96.3m, 95.9m, 95.5m, 95.1m, 94.3m, 93.1m, 90.2m, 87.5m, 89.3m, 93.4m, 95.8m, 96.4m);

    private static readonly LineSeries Rates2024 =
        LineSeries.Of("2024", 94.8m, 95.1m, 95.8m, 96m, 95.5m, 94.9m, 94.4m, 93.2m, 94.6m, 95.2m, 95m, 95.4m);

    internal static IReadOnlyDictionary<string, Chart> All { get; } = new Dictionary<string, Chart>
    {
        ["line-counts"] = Line(Counts2025) with { Previous = Counts2024 },
        ["line-rate-cut"] = Rate(Rates2025) with { Previous = Rates2024, Target = new(95) },
        ["line-provisional-year-to-date"] = Line(
            new("2026", [new(742), new(766), new(921), new(880), new(801, true)])) with
        {
            Previous = Counts2025,
        },
        ["line-gaps"] = Line(LineSeries.Of("2025", 12, null, 15, 14, null, null, 22, 19, null, 17, null, 11)) with
        {
            Previous = LineSeries.Of("2024", null, 9, null, 12, 13, null, 18, 17, 16, null, 15, null),
        },
        ["line-one-point"] = Line(LineSeries.Of("2026", 38)) with { Target = new(45), Decimals = 1 },
        ["line-one-category"] = Line(LineSeries.Of("2026", 12.5m)) with { Categories = ["2026"], Decimals = 1 },
        ["line-no-value"] = Line(LineSeries.Of("2026", null, null)) with { Target = new(45) },
        ["line-all-zero"] = Line(LineSeries.Of("2025", [.. Enumerable.Repeat<decimal?>(0, 12)])),
        ["line-all-equal"] = Rate(LineSeries.Of("2025", [.. Enumerable.Repeat<decimal?>(100, 12)])) with
        {
            Previous = LineSeries.Of("2024", [.. Enumerable.Repeat<decimal?>(100, 12)]),
            Target = new(100),
        },
        ["line-negative"] = Line(LineSeries.Of("2025", -3.5m, 2, 8, -12.5m)) with
        {
            Categories = ["T1", "T2", "T3", "T4"],
            Decimals = 1,
            Previous = LineSeries.Of("2024", -4, -4, 6, -12),
        },
        ["line-huge"] = Line(LineSeries.Of("2025", 1_559_507.61m, 98_765_432.10m, 12_345_678.90m)) with
        {
            Categories = ["2023", "2024", "2025"],
            Decimals = 2,
        },
        ["line-four-decimals"] = Line(LineSeries.Of("2025", 0.0312m, 0.0298m, 0.0331m, 0.0305m)) with
        {
            Categories = ["T1", "T2", "T3", "T4"],
            Decimals = 4,
            Previous = LineSeries.Of("2024", 0.0311m, 0.0299m, 0.033m, 0.0306m),
            Target = new(0.0304m, "plafond"),
            MayCutAxis = true,
        },
        ["line-long-labels"] = Line(Counts2025) with
        {
            Categories = [.. Enumerable.Range(1, 12).Select(month => FrenchDate.MonthName(month) + " 2025")],
            Current = Counts2025 with { Label = "exercice 2024-2025" },
        },
        ["bars-49"] = Bars(MetropoleCommunes.All.Select(c => new CommuneBar(c.Name, c.Population * 6.9m / 1000))) with
        {
            Decimals = 1,
        },
        ["bars-49-target"] = Bars(DaysByCommune()) with
        {
            Decimals = 1,
            Reference = new(45),
            Marked = Overrun.Above,
        },
        ["bars-floor"] = Bars([new("Vif", 98), new("Claix", 91.25m), new("Venon", 0), new("Le Gua", null)]) with
        {
            Decimals = 2,
            Reference = new(95),
            Marked = Overrun.Below,
        },
        ["bars-all-zero"] = Bars([new("Vif", 0), new("Claix", 0), new("Venon", null, "n.c.")]),
        ["bars-negative"] = Bars([new("Vif", 12_500.4m), new("Claix", -3_973.06m), new("Venon", -0.001m)]) with
        {
            Decimals = 2,
        },
        ["bars-none"] = Bars([]),
        ["bars-hostile"] = Bars(
        [
            new("<script>alert(\"1\")</script> & Cie", 3, "x"),
            new("بلدية \u202Etxt.exe", 2),
            new("Communauté de communes aux noms bien trop longs pour une ligne", 1),
            new("L'\u0000Isle\uD800", null, "<b>rien</b>"),
        ]),
        ["stacked-3"] = Stacked(
            new("2023", [1148.7m, 88.2m, 71.4m, 57.5m, 41.1m, 24.2m]),
            new("2024", [1196.6m, 95.9m, 72.8m, 59.9m, 44.9m, 17.8m]),
            new("2025", [1246.4m, 96.7m, 75.1m, 61.4m, 58.8m, 21.1m])),
        ["stacked-1"] = Stacked(new StackedBar("2025", [10, 20, 30, 0, 15, 5])) with { Decimals = 1 },
        ["stacked-4-missing-and-credit"] = Stacked(
            new("2022", []),
            new("2023", [400, 20, 3, 2, 1, -30]),
            new("2024", [420, 20, 3, 2, 1, -45]),
            new("2025", [450, 22, 0.4m, 0.3m, 0.2m, -60])),
        ["stacked-zero"] = Stacked(new("2024", [0, 0, 0, 0, 0, 0]), new("2025", [0, 0, 0, 0, 0, 0])),
        ["waterfall"] = Cascade(
            1412.6m, new("Prix", 271.2192m), new("Volume", 66.08356m), new("Efficience", -190.39515m)),
        ["waterfall-negative"] = Cascade(
            40, new("Prix", -65.25m), new("Volume", 0), new("Changement de périmètre", 12), new("Efficience", 90)),
        ["waterfall-zero"] = Cascade(0),
        ["waterfall-huge"] = Cascade(98_765_432.1m, new("Prix", 1_234_567.8m), new("Volume", -45_678_901.2m)),
    };

    private static LineChart Line(LineSeries current) => new()
    {
        Title = "Dossiers déposés par mois",
        Description = "Courbe. Les valeurs mensuelles sont dans le tableau de données.",
        Categories = FrenchDate.MonthInitials,
        Current = current,
    };

    private static LineChart Rate(LineSeries current) =>
        Line(current) with { Decimals = 1, MayCutAxis = true, Ceiling = 100 };

    private static CommuneBars Bars(IEnumerable<CommuneBar> rows) => new()
    {
        Title = "Délai moyen par commune",
        Description = "Barres horizontales. Toutes les valeurs sont dans le tableau de données.",
        Rows = [.. rows.OrderByDescending(row => row.Value)],
    };

    private static IEnumerable<CommuneBar> DaysByCommune() => MetropoleCommunes.All.Select((commune, rank) =>
        commune.Population < 300
            ? new CommuneBar(commune.Name, null, "aucune décision")
            : new CommuneBar(commune.Name, 29.3m + (rank * rank % 17)));

    private static StackedBars Stacked(params IReadOnlyList<StackedBar> bars) => new()
    {
        Title = "Composition du coût complet",
        Description = "Barres empilées. Tous les montants sont dans le tableau de données.",
        Segments =
        [
            "Personnel", "Contrats de services", "Environnement de travail", "Frais de structure",
            "Renouvellement des biens", "Fournitures",
        ],
        Bars = bars,
    };

    private static Waterfall Cascade(decimal reference, params IReadOnlyList<WaterfallStep> steps) => new()
    {
        Title = "De la référence au coût",
        Description = "Cascade. Tous les montants sont dans le tableau de données.",
        Reference = reference,
        ReferenceLabel = new("Référence", "2018"),
        Steps = steps,
        ResultLabel = new("Coût", "2025"),
    };
}
