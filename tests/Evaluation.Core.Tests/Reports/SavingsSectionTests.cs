using Evaluation.Core.Reports;

namespace Evaluation.Core.Tests.Reports;

/// <summary>What the report says of savings.</summary>
public sealed class SavingsSectionTests
{
    private static readonly SampleService Service = new();

    [Fact]
    public void Steps_lead_from_the_reference_to_the_cost_now_exactly()
    {
        var figure = Service.Report().Savings!.Figure!;

        var costs = figure.Steps.Where(s => s.Kind == SavingsStepKind.Cost).Select(s => s.Amount.Value).ToList();
        Assert.Equal(3, costs.Count);
        Assert.Equal(costs[^1], costs[0] + figure.Steps.Where(s => s.Kind == SavingsStepKind.Change).Sum(s => s.Amount.Value));
        Assert.Equal(costs[1], costs[0] + figure.Steps.Skip(1).TakeWhile(s => s.Kind == SavingsStepKind.Change).Sum(s => s.Amount.Value));
        Assert.Equal(costs[^1], figure.Steps.Where(s => s.Kind == SavingsStepKind.Part).Sum(s => s.Amount.Value));
        Assert.Equal(costs[^1] / 1000, figure.Drawing().Result);
        Assert.Equal(["Prix", "Volume", "Efficience"], figure.Drawing().Steps.Select(s => s.Label));
    }

    [Fact]
    public void Bodies_add_up_to_their_total_and_recharges_cancel_out()
    {
        var savings = Service.Report().Savings!;

        Assert.Equal(savings.Total!.Saving.Value, savings.Rows.Sum(r => r.Saving.Value));
        Assert.Equal(savings.Total.NetCost.Value, savings.Rows.Sum(r => r.OwnSpending.Value));
        Assert.Equal(savings.Total.Paid.Value, savings.Total.Received.Value);
        Assert.Single(savings.Rows, r => r.IsProvider);
    }

    [Fact]
    public void Without_a_baseline_the_saving_is_not_measurable_and_never_zero()
    {
        var report = (Service with { Baseline = null }).Report();

        Assert.Null(report.Savings!.Figure);
        Assert.StartsWith("Économie non mesurable\u00A0:", report.Savings.Sentences[0], StringComparison.Ordinal);
        Assert.Contains(report.Summary.Costs, c => c.StartsWith("Économie non mesurable", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Summary.KeyFigures, k => k.Label.StartsWith("Économie", StringComparison.Ordinal));
    }

    [Fact]
    public void Members_whose_situation_is_unknown_are_named()
    {
        var baseline = Service.Baseline!;
        var report = (Service with
        {
            Baseline = baseline with { Members = [.. baseline.Members!.Where(m => m.Member != "38151")] },
        }).Report();

        Assert.Contains("Échirolles", report.Savings!.Sentences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Why_a_saving_is_not_measured_is_told_to_a_member_without_naming_another_or_asking_what_it_cannot_do()
    {
        var baseline = Service.Baseline!;
        var unmeasured = new[]
        {
            Service with { Baseline = null },
            Service with { Baseline = baseline with { Members = [.. baseline.Members!.Where(m => m.Member != "38151")] } },
        };

        var told = unmeasured.Select(s => Assert.Single(s.Report().Accounts.WhyNoSavings)).ToList();

        Assert.Equal(
            [
                "Économie non mesurable : le service n’a pas enregistré la situation d’avant la mutualisation.",
                "Économie non mesurable : le service n’a pas enregistré la situation d’avant la mutualisation de tous ses membres, et inconnu n’est pas zéro.",
            ],
            told.Select(t => t.Replace('\u00A0', ' ')));
        Assert.Empty(Service.Report().Accounts.WhyNoSavings);
    }

    [Fact]
    public void More_spent_than_before_is_said_plainly()
    {
        var report = (Service with
        {
            Baseline = Service.Baseline! with
            {
                Members = [.. Service.Baseline.Members!.Select(m => m with
                {
                    Cost = m.Cost!.ToDictionary(c => c.Key, c => decimal.Round(c.Value / 2, 2), StringComparer.Ordinal),
                })],
            },
        }).Report();

        Assert.StartsWith("Surcoût de ", report.Savings!.Figure!.Takeaway, StringComparison.Ordinal);
        Assert.True(report.Savings.EfficiencySaving.Value < 0);
        Assert.Contains(report.Summary.KeyFigures, k => k.Label.StartsWith("Surcoût", StringComparison.Ordinal));
        var evidence = report.Criteria.Rows.SelectMany(r => r.Evidence).Single(e => e.Label.StartsWith("Surcoût", StringComparison.Ordinal));
        Assert.Contains("de plus, soit", evidence.Reading, StringComparison.Ordinal);
        Assert.DoesNotContain("−", evidence.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_second_full_year_there_is_no_verdict()
    {
        var report = (Service with
        {
            Document = Service.Document with
            {
                Memberships = [.. Service.Communes.Select(c => new Core.Mutualisations.MembershipDocument { Member = c.Insee, From = "2024-07-01" })],
            },
        }).Report();

        Assert.False(report.Savings!.HasVerdict);
        Assert.Contains(report.Savings.Sentences, s => s.StartsWith("Pas de verdict sur les économies avant le bilan de 2026", StringComparison.Ordinal));
        Assert.Contains(report.Summary.Costs, s => s.StartsWith("Pas de verdict sur les économies", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_that_shares_no_cost_has_no_such_section() =>
        Assert.Null(AnnualReportTests.PurchasingGroup().Report().Savings);
}
