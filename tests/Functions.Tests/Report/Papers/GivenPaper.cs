using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Functions.Tests.Report.Papers;

/// <summary>A paper with one of each block.</summary>
internal static class GivenPaper
{
    public const string Description = "Barres par année\u00A0: 2 services en 2024, 3 en 2025.";

    public static Paper Of() => new(
        "Grenoble-Alpes-Métropole",
        "Échirolles",
        "Fiche commune, exercice 2025",
        "Version 1\u202F; données arrêtées au 16\u00A0juin 2026.",
        IsDemonstration: true,
        "Pour 2025, Échirolles doit 139\u202F427,18\u00A0€.",
        [
            new PaperSection(
                "Ce que paie la commune",
                [
                    new PaperFigures([new PaperFigure("Montant dû", "139\u202F427,18\u00A0€", "137\u202F772,08\u00A0€ en 2024")]),
                    new PaperTable(
                        "Montants",
                        "Montant par service",
                        "En euros",
                        [PaperColumn.Words("Service"), PaperColumn.Euros("Montant 2025 (€)"), new PaperColumn("Évolution", PaperFormat.SignedPercent()), new PaperColumn("Payé le", PaperFormat.Day)],
                        [
                            PaperRow.Of("Urbanisme", new PaperCell { Number = 115815.71m, Note = "provisoire" }, new PaperCell { Number = 0.9m, Note = "mêmes membres" }, new DateOnly(2026, 7, 20)),
                            PaperRow.Of("=1+1", 23611.47m, "non disponible", "à émettre") with { Group = "Accessibilité" },
                        ],
                        PaperRow.Of("Ensemble", 139427.18m, new PaperCell { Number = 1.2m, Note = "partiel\u00A0: 1 valeur non disponible" }, "")),
                    new PaperNote("Soldes par titre."),
                ]),
            new PaperSection(
                "Pourquoi ce montant",
                [
                    new PaperText("La clé est composite."),
                    new PaperReasons([new PaperReason("Urbanisme", "20\u00A0% selon la population, 80\u00A0% selon les actes.")]),
                    new PaperList(["Confirmer les unités du 4e trimestre."]),
                    new PaperChart(
                        "couts",
                        new ChartSheet(
                            new StackedBars
                            {
                                Title = "Services par année",
                                Description = Description,
                                Segments = ["Services"],
                                Bars = [new StackedBar("2024", [2]), new StackedBar("2025", [3])],
                            },
                            "Nombre de services",
                            null,
                            "Échirolles",
                            "Grenoble-Alpes-Métropole",
                            "exercice 2025",
                            "Fiche commune, version 1",
                            null),
                        new PaperTable(
                            "Services",
                            "Services par année",
                            null,
                            [PaperColumn.Words("Année"), PaperColumn.Count("Services")],
                            [PaperRow.Of("2024", 2m), PaperRow.Of("2025", 3m)])),
                ],
                OnNewPage: true),
        ]);
}
