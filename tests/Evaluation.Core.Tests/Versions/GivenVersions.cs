using Evaluation.Core.Assessments;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Reports;
using Evaluation.Core.Versions;

namespace Evaluation.Core.Tests.Versions;

/// <summary>A service as a version found it, and as a later one does.</summary>
internal static class GivenVersions
{
    public static readonly DateOnly SinceOn = new(2026, 6, 1);

    /// <summary>What a service rests on.</summary>
    public static VersionBase BaseOf(SampleService service, params BaseRecord[] records) =>
        VersionBase.Of(AnnualEvaluation.Of(service.Dossier()), records);

    /// <summary>What changed from one service to another.</summary>
    public static VersionChanges Between(SampleService before, SampleService after) => VersionChanges.Of(BaseOf(before), BaseOf(after));

    /// <summary>The first part of version 2.</summary>
    public static ChangesSection Section(VersionBase? before, VersionBase after) =>
        ChangesSection.Of(new EarlierVersion(1, SinceOn, before), after, Catalogue.Standard);

    /// <summary>The report of a service as version 2, after another as version 1.</summary>
    public static AnnualReport Report(SampleService before, SampleService after)
    {
        var evaluation = AnnualEvaluation.Of(after.Dossier());
        return AnnualReport.Of(evaluation, SampleService.Edition, null, Section(BaseOf(before), VersionBase.Of(evaluation, [])));
    }

    /// <summary>The service with a key that counts inhabitants for so much.</summary>
    public static SampleService Sharing(decimal population) => new()
    {
        Document = SampleService.Planning with
        {
            Convention = SampleService.Planning.Convention! with
            {
                Allocation = new AllocationDocument
                {
                    Criteria =
                    [
                        new KeyCriterionDocument { Criterion = "population", Weight = population },
                        new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 - population },
                    ],
                },
            },
        },
    };

    /// <summary>The service with a cost of personnel of so much.</summary>
    public static SampleService Costing(decimal personnel)
    {
        var service = new SampleService();
        return service with
        {
            Costs =
            [
                .. service.Costs.Select(c => c.Year < SampleService.Year ? c : c with
                {
                    Lines = [.. c.Lines.Select(l => l is { Category: CostCategory.Personnel, Stage: CostStage.Actual } ? l with { Amount = personnel } : l)],
                }),
            ],
        };
    }

    /// <summary>The service without the values of a member from a month on.</summary>
    public static SampleService Without(string insee, int month) => new()
    {
        Keeps = key => key.Member?.ToString() != GrenobleCommunes.All.Single(c => c.Insee == insee).Siren
            || key.Period.Year < SampleService.Year || key.Period.Index < month,
    };
}
