using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Tests.Given;

/// <summary>The dossier of 2025, seen in the spring of 2026 unless told otherwise.</summary>
internal static class GivenDossier
{
    public static readonly DateOnly SpringAfter = new(2026, 4, 1);

    public static Dossier Of(
        Community community, Mutualisation mutualisation, GivenValues? values = null, params CostYear[] costs) =>
        new(community, mutualisation, Catalogue.Standard, 2025, SpringAfter, (values ?? new GivenValues(community)).Book, costs);

    public static CostYear Actual(int year, decimal amount) =>
        new(year, [new CostLine(CostCategory.Personnel, CostStage.Actual, amount)]);

    public static CostYear Forecast(int year, decimal amount) =>
        new(year, [new CostLine(CostCategory.Personnel, CostStage.Forecast, amount)]);
}
