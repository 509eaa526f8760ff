using Evaluation.Core.Costs;
using Evaluation.Core.Reports.Annual;
using Evaluation.Core.Tests.Papers;

namespace Evaluation.Core.Tests.Reports;

/// <summary>What may be said of a year that runs, and of figures that lack some values.</summary>
public sealed class RunningYearTests
{
    private static readonly SampleService Running = new() { AsOf = new DateOnly(2025, 7, 15) };

    [Fact]
    public void A_year_that_runs_is_not_told_as_over()
    {
        var (report, over) = (Running.Report(), new SampleService().Report());

        Assert.Contains("le service compte 49\u00A0membres", report.Summary.Sentence, StringComparison.Ordinal);
        Assert.Contains("L’année n’est pas achevée.", report.Summary.Sentence, StringComparison.Ordinal);
        Assert.Contains(report.Perimeter.Sentences, s => s.Contains("d’après les adhésions enregistrées à ce jour", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Summary.KeyFigures, k => k.Label == "Membres au 31\u00A0décembre");
        Assert.Contains("le service a compté 49\u00A0membres", over.Summary.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("pas achevée", over.Summary.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-07-15", 100, false, "l’année 2025 n’est pas achevée")]
    [InlineData("2026-06-12", 100, true, "le coût constaté de 2025 n’est pas connu en entier")]
    [InlineData("2026-06-12", 50, false, "moins de 80\u00A0% des valeurs attendues sont reçues")]
    [InlineData("2026-06-12", 100, false, null)]
    public void A_saving_is_judged_once_the_year_is_over_its_cost_whole_and_its_values_came(string asOf, int percent, bool isPlanned, string? why)
    {
        var service = new SampleService
        {
            AsOf = Given.Exact.Day(asOf),
            Keeps = key => key.Period.Year < SampleService.Year || key.Period.Index * 100 / 12 <= percent,
        };
        service = service with
        {
            Costs = [.. service.Costs.Select(c => !isPlanned || c.Year < SampleService.Year ? c : c with { Lines = [.. c.Lines.Where(l => l.Stage == CostStage.Forecast)] })],
        };
        var report = service.Report();

        Assert.Equal(why is null, report.Savings!.HasVerdict);
        Assert.Equal(why is null, report.Summary.KeyFigures.Any(k => k.Label.Contains("par rapport à la référence", StringComparison.Ordinal)));
        Assert.Equal(why is null ? 0 : 1, report.Savings.Sentences.Count(s => s == $"Pas de verdict sur les économies\u00A0: {why}."));
    }

    [Fact]
    public void A_cost_beside_the_year_before_is_not_the_first_known()
    {
        var service = new SampleService();
        var planned = (service with
        {
            Costs = [service.Costs[0], service.Costs[1] with { Lines = [new CostLine(CostCategory.Personnel, CostStage.Forecast, 500_000)] }],
        }).Report();
        var alone = (service with { Costs = [service.Costs[1]] }).Report();

        Assert.EndsWith("constatés en 2024", planned.Summary.KeyFigures.Single(k => k.Label == "Coût complet prévu").Comparison, StringComparison.Ordinal);
        Assert.All([planned, alone], r => Assert.DoesNotContain(r.Summary.KeyFigures, k => k.Comparison.Contains("première année", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_figure_that_lacks_a_value_says_so_wherever_it_is_told()
    {
        var told = DrawnReports.Some().SelectMany(r => DrawnReports.Lines(r.Report).Where(l => l is { IsPartial: true, Value.Value: not null })
            .SelectMany(l => r.Report.Summary.GoesWell.Concat(r.Report.Summary.GoesWrong).Where(s => s.StartsWith($"{l.Label}\u00A0: {l.Quantity(l.Value.Value!.Value)}", StringComparison.Ordinal)))).ToList();

        Assert.NotEmpty(told);
        Assert.All(told, s => Assert.Contains("partielle", s, StringComparison.Ordinal));
    }

    [Fact]
    public void The_legend_of_a_chart_names_the_strokes_that_are_drawn()
    {
        string Legend(params int[] months) =>
            new SampleService { Keeps = key => key.Period.Year < SampleService.Year || months.Contains(key.Period.Index) }.Report().Activity.Course!.UnitLine;

        Assert.Contains("trait plein\u00A0: 2025", Legend(3, 4), StringComparison.Ordinal);
        Assert.All([Legend(3), Legend(3, 5)], legend => Assert.Contains("), point\u00A0: 2025", legend, StringComparison.Ordinal));
        Assert.DoesNotContain("trait plein", Legend(3, 5), StringComparison.Ordinal);
    }

    [Fact]
    public void No_day_of_an_annual_report_is_told_as_to_come_that_is_past() => Assert.All(
        DrawnReports.Some(), drawn => Assert.Empty(PaperRules.Announced(AnnualPaper.Of(drawn.Report), drawn.Report.Cover.DataAsOf)));
}
