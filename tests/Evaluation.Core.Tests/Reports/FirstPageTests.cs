using Evaluation.Core.Assessments;
using Evaluation.Core.Indicators;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Tests.Reports;

/// <summary>Page 1 leaves out nothing that a director would reproach it with.</summary>
public sealed class FirstPageTests
{
    private static readonly SampleService Service = new();

    [Fact]
    public void Vacant_posts_are_told_even_when_they_were_vacant_before()
    {
        var report = Of(v => v.Key.Indicator == "TRV-16", 3);

        Assert.Contains("Postes vacants\u00A0: 3 (3 en 2024).", report.Summary.GoesWrong);
        Assert.DoesNotContain(Of(v => v.Key.Indicator == "TRV-16", 0).Summary.GoesWrong, w => w.StartsWith("Postes vacants", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(0, false)]
    public void Values_that_come_late_are_told_below_eighty_percent(int months, bool isTold)
    {
        var report = (Service with
        {
            Overrides = [.. Service.Dossier().Values.All
                .Where(v => v.Key.Period.Year == SampleService.Year && v.Key.Period.Start.Month <= months)
                .Select(v => v with { Origin = new ValueOrigin("essai", 1, v.Key.Period.DueOn.AddDays(1)) })],
        }).Report();

        Assert.Equal(isTold, report.Summary.GoesWrong.Any(w => w.StartsWith("Ponctualité\u00A0:", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_was_zero_and_is_no_longer_counts_as_a_degradation()
    {
        var report = (Service with
        {
            Overrides = [.. Service.Dossier().Values.All.Where(v => v.Key.Indicator == "ADS-09")
                .Select(v => v with { Value = v.Key.Period.Year == SampleService.Year ? 1 : 0 })],
        }).Report();

        var appeals = report.Quality.Lines.Single(l => l.Code == "ADS-09");
        Assert.Null(appeals.Change.Value);
        Assert.Contains(report.Summary.GoesWrong, w => w.StartsWith(appeals.Label, StringComparison.Ordinal));
    }

    [Fact]
    public void A_target_reached_by_a_result_that_gets_worse_is_said_to_be_reached()
    {
        var line = Service.Report().Quality.Lines.First(l => l is { Target: not null, IsChangeConclusive: true, Way: not null });
        var wrong = new YearFindings(
            AnnualEvaluation.Of(Service.Dossier()),
            [line with { State = TargetStatus.Reached, IsChangeTelling = true, Way = line.Direction == Direction.HigherIsBetter ? -1 : 1 }]).Wrong();

        Assert.EndsWith("atteinte, mais le résultat se dégrade.", Assert.Single(wrong, w => w.StartsWith(line.Label, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_vacant_posts_are_vacant_posts_still()
    {
        var report = (Service with
        {
            Overrides = [.. Service.Dossier().Values.All.Where(v => v.Key.Indicator == "TRV-16")
                .Select(v => v with { Value = v.Key.Period.Year == SampleService.Year ? 1 : 3 })],
        }).Report();

        Assert.Contains("Postes vacants\u00A0: 1 (3 en 2024)\u202F; il en reste, même s’il y en a moins.", report.Summary.GoesWrong);
        Assert.DoesNotContain(report.Summary.GoesWell, w => w.StartsWith("Postes vacants", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fact_of_the_registers_that_a_criterion_holds_against_the_service_is_told()
    {
        const string told = "Réversibilité\u00A0: la convention ne dit pas comment en sortir.";
        var document = SampleService.Planning;
        var written = document with { Convention = document.Convention! with { Reversibility = "Préavis d’un an." } };

        Assert.Contains(told, (Service with { Document = document }).Report().Summary.GoesWrong);
        Assert.DoesNotContain(told, (Service with { Document = written }).Report().Summary.GoesWrong);
    }

    [Fact]
    public void A_cost_per_inhabitant_is_told_once_beside_the_full_cost()
    {
        var document = SampleService.Planning with { Indicators = [.. SampleService.Planning.Indicators!.Where(i => i.Code != "ADS-14")] };

        Assert.Single((Service with { Document = document }).Report().Summary.Costs, c => c.Contains("par habitant", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void What_finds_no_room_is_counted()
    {
        var missed = Service.Report().Quality.Lines.First(l => l.Target is not null) with { State = TargetStatus.Missed };

        var wrong = new YearFindings(
            AnnualEvaluation.Of(Service.Dossier()), [.. "ABCDEFGHI".Select(letter => missed with { Label = $"Cible {letter}" })]).Wrong();

        Assert.Equal(6, wrong.Count);
        Assert.Equal("Et 4\u00A0autres points à améliorer dans les tableaux d’indicateurs et les critères.", wrong[^1]);
    }

    [Fact]
    public void An_overrun_and_who_spends_more_than_before_are_told()
    {
        var costs = Service.Report().Summary.Costs;

        Assert.Contains(costs, c => c.StartsWith("Dépassement de la prévision\u00A0: 29\u202F507,61\u00A0€", StringComparison.Ordinal));
        Assert.Contains(costs, c => c.StartsWith("Dépense supérieure à celle d’avant", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_values_are_said_to_be_counted_where_they_are_counted()
    {
        var lost = Service.Dossier().Values.All.First(v => v.Key.Period.Year == SampleService.Year).Key;
        var report = (Service with { Keeps = key => key != lost }).Report();

        Assert.Contains(
            "Faire compléter 1\u00A0valeur manquante, comptée par indicateur et par membre dans la partie «\u00A0Complétude des données\u00A0».",
            report.Summary.Asked);
    }

    private static AnnualReport Of(Func<IndicatorValue, bool> which, decimal value) => (Service with
    {
        Overrides = [.. Service.Dossier().Values.All.Where(which).Select(v => v with { Value = value })],
    }).Report();
}
