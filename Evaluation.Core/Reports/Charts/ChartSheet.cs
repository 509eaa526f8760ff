namespace Evaluation.Core.Reports.Charts;

/// <summary>A chart and all that must be read with it when it stands alone, on a slide or in a letter.</summary>
/// <param name="Graphic">What it shows.</param>
/// <param name="UnitLine">Unit and what each stroke means.</param>
/// <param name="Takeaway">The sentence to remember; null when none is certain.</param>
/// <param name="Service">Name of the service.</param>
/// <param name="Community">Name of the community.</param>
/// <param name="Period">« exercice 2025 ».</param>
/// <param name="Source">Which report, which version, of which day.</param>
/// <param name="Notice">That figures are made up; null for real ones.</param>
public sealed record ChartSheet(
    Graphic Graphic,
    string UnitLine,
    string? Takeaway,
    string Service,
    string Community,
    string Period,
    string Source,
    string? Notice);
