using Evaluation.Core.Assessments;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Reports;
using Evaluation.Core.Versions;

namespace Evaluation.Functions.Tests.Report;

/// <summary>The sample service of 49 communes after a quarter that came late, a cost that was corrected and another key.</summary>
internal static class ChangedService
{
    public static AnnualReport Report()
    {
        var after = new SampleService();
        var evaluation = AnnualEvaluation.Of(after.Dossier());
        var changes = ChangesSection.Of(
            new EarlierVersion(1, new DateOnly(2026, 6, 1), VersionBase.Of(AnnualEvaluation.Of(Before().Dossier()), [Of("a")])),
            VersionBase.Of(evaluation, [Of("b")]),
            Catalogue.Standard);
        return AnnualReport.Of(evaluation, SampleService.Edition, YearDecisions.None, changes);
    }

    private static BaseRecord Of(string digest) => new(RecordKind.Declaration, "fiche du service (objectifs)", digest);

    private static SampleService Before()
    {
        var service = new SampleService();
        return service with
        {
            Document = service.Document with
            {
                Convention = service.Document.Convention! with
                {
                    Allocation = new AllocationDocument
                    {
                        Criteria =
                        [
                            new KeyCriterionDocument { Criterion = "population", Weight = 0.5m },
                            new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 0.5m },
                        ],
                    },
                },
            },
            Keeps = key => key.Period.Year < SampleService.Year || key.Period.Index < 11 || key.Indicator != "ADS-02",
            Costs =
            [
                .. service.Costs.Select(c => c.Year < SampleService.Year ? c : c with
                {
                    Lines = [.. c.Lines.Select(l => l is { Category: CostCategory.Fournitures, Stage: CostStage.Actual } ? l with { Amount = 20_000m } : l)],
                }),
            ],
        };
    }
}
