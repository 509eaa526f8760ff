using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>Something to check in costs that does not prevent anything.</summary>
/// <param name="Code">Stable, listed in docs/api.md.</param>
/// <param name="Category">Of the lines it is about.</param>
/// <param name="Message">One French sentence.</param>
public sealed record CostNotice(string Code, CostCategory Category, string Message)
{
    internal static CostNotice Of(RefusalCode code, CostCategory category, params ReadOnlySpan<object?> about) =>
        new(code.Code, category, code.Say(about));
}

/// <summary>What a legal form may bill: CGCT D5211-16 leaves out what is not strictly linked to the service.</summary>
public static class CostNotices
{
    /// <summary>The notices of some lines, one per category at most, in the order of the nomenclature.</summary>
    /// <param name="form">Only a mise à disposition de services is held to D5211-16; a convention is free.</param>
    /// <param name="lines">Of one year.</param>
    public static IReadOnlyList<CostNotice> Of(LegalForm form, IReadOnlyList<CostLine> lines) =>
        form != LegalForm.MiseADispositionService
            ? []
            : [.. lines.GroupBy(l => l.Category).OrderBy(g => g.Key).Select(g => Of(g.Key, [.. g])).OfType<CostNotice>()];

    private static CostNotice? Of(CostCategory category, IReadOnlyList<CostLine> lines) => category switch
    {
        CostCategory.FraisStructure => CostNotice.Of(Refusals.CostsStructureBilled, category),
        CostCategory.EnvironnementTravail or CostCategory.Autre when lines.Any(l => l.Evidence is null) =>
            CostNotice.Of(Refusals.CostsLinkUnproven, category, category.Label()),
        CostCategory.Personnel or CostCategory.Fournitures or CostCategory.RenouvellementBiens
            or CostCategory.ContratsServices or CostCategory.EnvironnementTravail or CostCategory.Autre => null,
    };
}
