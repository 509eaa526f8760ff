using Evaluation.Core.Communities;

namespace Evaluation.Core.Costs;

/// <summary>
/// Nature of a running cost. One list for the two nomenclatures in use: the four headings of service commun
/// conventions and those of CGCT D5211-16 (docs/spec/costs.md).
/// </summary>
public enum CostCategory
{
    /// <summary>Charges de personnel.</summary>
    Personnel,

    /// <summary>Fournitures.</summary>
    Fournitures,

    /// <summary>Renouvellement des biens.</summary>
    RenouvellementBiens,

    /// <summary>Contrats de services rattachés.</summary>
    ContratsServices,

    /// <summary>Premises, workstations, fluids.</summary>
    EnvironnementTravail,

    /// <summary>Direction, human resources, finance; not strictly linked to the service (D5211-16).</summary>
    FraisStructure,

    /// <summary>Any other running cost linked to the service.</summary>
    Autre,
}

/// <summary>Whether a cost was planned or observed.</summary>
public enum CostStage
{
    /// <summary>Planned, in the budget.</summary>
    Forecast,

    /// <summary>Observed, in the accounts.</summary>
    Actual,
}

/// <summary>A cost of a fiscal year.</summary>
/// <param name="Category">Its nature.</param>
/// <param name="Stage">Planned or observed.</param>
/// <param name="Amount">Euros, to the cent.</param>
public sealed record CostLine(CostCategory Category, CostStage Stage, decimal Amount)
{
    /// <summary>The member that alone bears it, before the split (projets spécifiques); null when all share it.</summary>
    public Siren? DirectMember { get; init; }

    /// <summary>What supports it: account, invoice, deliberation; null when nothing was given.</summary>
    public string? Evidence { get; init; }
}

/// <summary>French words for the categories.</summary>
public static class CostCategories
{
    /// <summary>« Personnel », « Contrats de services »…</summary>
    public static string Label(this CostCategory category) => category switch
    {
        CostCategory.Personnel => "Personnel",
        CostCategory.Fournitures => "Fournitures",
        CostCategory.RenouvellementBiens => "Renouvellement des biens",
        CostCategory.ContratsServices => "Contrats de services",
        CostCategory.EnvironnementTravail => "Environnement de travail",
        CostCategory.FraisStructure => "Frais de structure",
        CostCategory.Autre => "Autres charges",
    };

    /// <summary>Its heading in conventions of services communs; null when they have none for it.</summary>
    public static string? ConventionHeading(this CostCategory category) => category switch
    {
        CostCategory.Personnel => "Charges de personnel",
        CostCategory.Fournitures or CostCategory.RenouvellementBiens or CostCategory.ContratsServices => "Moyens matériels",
        CostCategory.EnvironnementTravail => "Environnement de travail des agents",
        CostCategory.FraisStructure => "Frais de structure",
        CostCategory.Autre => null,
    };
}
