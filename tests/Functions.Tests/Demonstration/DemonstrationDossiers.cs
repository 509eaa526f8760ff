using System.Globalization;
using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Savings;
using Evaluation.Local;
using Evaluation.Local.Demonstration;

namespace Evaluation.Functions.Tests.Demonstration;

/// <summary>What the product makes of the demonstration, without its storage.</summary>
internal static class DemonstrationDossiers
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(SimulatedClock.Today.UtcDateTime);

    public static DemonstrationSet Set { get; } = DemonstrationSet.Create(new Uri("http://127.0.0.1:7072/"));

    public static IReadOnlyList<AnnualEvaluation> Evaluations { get; } =
        [.. Set.Services.SelectMany(service => new[] { 2024, 2025 }.Select(year => AnnualEvaluation.Of(Dossier(service, year))))];

    public static AnnualEvaluation EvaluationOf(string siren, string id, int year) => Evaluations.Single(e =>
        e.Dossier.Community.Siren.ToString() == siren && e.Dossier.Mutualisation.Id == id && e.Dossier.Year == year);

    private static Dossier Dossier(DemonstrationService service, int year)
    {
        var community = DemonstrationService.Valid(CommunityReader.Read(service.Siren, Territory.Communities[service.Siren]));
        return new Dossier(
            community,
            DemonstrationService.Valid(MutualisationReader.Read(service.Plan.Id, service.Document, community, Catalogue.Standard)),
            Catalogue.Standard,
            year,
            Today,
            new ValueBook(Delivery.Of(service).SelectMany(delivery => delivery.Batch.Values.Select(row => Value(row, delivery.At, community)))),
            [.. service.Costs.Select(c => DemonstrationService.Valid(CostReader.Read(c.Key, c.Value, community)))])
        {
            Baseline = service.Baseline is { } baseline
                ? DemonstrationService.Valid(BaselineReader.Read(baseline, community, Catalogue.Standard))
                : null,
        };
    }

    private static IndicatorValue Value(DemonstrationRow row, DateTimeOffset at, Community community)
    {
        Assert.True(Period.TryParse(row.Period, out var period));
        return new IndicatorValue(
            new ValueKey(row.Indicator, community.Find(row.Member)?.Siren, period),
            decimal.Parse(row.Value, CultureInfo.InvariantCulture),
            ValueStatus.Final,
            ValueQuality.Measured)
        {
            Origin = new ValueOrigin("demonstration", 1, DateOnly.FromDateTime(at.UtcDateTime)),
        };
    }
}
