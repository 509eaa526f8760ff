using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Reports;

/// <summary>What the report says of the records around the figures: context, governance, criteria, calls, arrivals.</summary>
public sealed class RecordSectionsTests
{
    private static readonly SampleService Service = new();

    [Fact]
    public void The_context_says_what_is_recorded_and_nothing_else()
    {
        var context = Service.Report().Context;

        Assert.Equal("mutualisation descendante", context.Facts.Single(f => f.Label == "Sens").Text);
        Assert.Equal(["avenant n°\u00A01"], context.Amendments.Select(a => a.Number));
        Assert.Contains(context.ToRegularise, n => n.Contains("fiche d’impact", StringComparison.Ordinal));
        Assert.DoesNotContain(SampleService.Bare.Report().Context.Facts, f => f.Label is "Convention" or "Échéance" or "Règlement");
        Assert.All(context.Facts, f => Assert.NotEmpty(f.Text));
    }

    [Fact]
    public void Recommendations_of_the_year_before_are_followed_up()
    {
        var governance = Service.Report().Governance!;

        Assert.Equal([false, false, true], governance.FollowUp.Select(r => r.IsLate));
        Assert.Equal(["réalisée", "en cours", "décidée"], governance.FollowUp.Select(r => r.StatusWord));
        Assert.Equal([new DateOnly(2025, 4, 8), new DateOnly(2025, 11, 25)], governance.Meetings.Select(m => m.On));
        Assert.Null(SampleService.Bare.Report().Governance);
    }

    [Fact]
    public void Six_criteria_lead_to_the_same_proposal_everywhere()
    {
        var report = Service.Report();

        Assert.Equal(6, report.Criteria.Rows.Count);
        // its convention ends in six months, without renewal
        Assert.Equal(ProposalKind.FaireEvoluer, report.Criteria.Proposal);
        Assert.Equal(report.Criteria.ProposalSentence, report.Summary.Proposal);
        Assert.Contains("Un directeur décide.", report.Summary.Proposal, StringComparison.Ordinal);
        Assert.Contains(report.Summary.Asked, a => a.EndsWith("faire évoluer.", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_proposed_says_which_data_are_missing()
    {
        var service = AnnualReportTests.Nothing() with { Document = SampleService.Planning with { Convention = null }, Baseline = null };

        var criteria = service.Report().Criteria;

        Assert.Null(criteria.Proposal);
        Assert.StartsWith("Le système ne propose rien", criteria.ProposalSentence, StringComparison.Ordinal);
        Assert.Contains("Données manquantes", criteria.ProposalSentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Balances_add_up_to_what_is_due_less_what_was_called()
    {
        var settlement = Service.Report().Split.Settlement!;

        Assert.Equal(1_559_507.61m - Service.Costs[1].Calls.Sum(c => c.Amount), settlement.Total.Balance.Value);
        Assert.Equal(settlement.Total.Balance.Value, settlement.Rows.Sum(r => r.Balance.Value));
        Assert.Equal(SettlementMode.AcImputation, settlement.Mode);
        Assert.Equal(settlement.Total.Provisional.Value, settlement.Total.Imputed.Value);
        Assert.All(settlement.Rows, r => Assert.Equal(r.Balance.Value > 0 ? "complément" : r.Balance.Value < 0 ? "avoir" : "soldé", r.Word));
        Assert.Null(SampleService.Bare.Report().Split.Settlement);
    }

    [Fact]
    public void The_yearly_statement_counts_the_units_of_the_split()
    {
        var split = Service.Report().Split;
        var statement = split.Statement!;

        Assert.Equal(["1er trimestre", "2e trimestre", "3e trimestre", "4e trimestre"], statement.Columns);
        Assert.Equal(split.Criteria[1].Total.Value, statement.Rows.Sum(r => r.Total.Value));
        Assert.All(statement.Rows, r => Assert.Equal(r.Total.Value, r.Cells.Sum(c => c.Value ?? 0)));
        Assert.All(statement.Rows, r => Assert.Equal(r.Total.Value, r.Uses.Sum(u => u.Units)));
    }

    [Fact]
    public void Late_members_are_named_and_nothing_is_late_when_arrivals_are_unknown()
    {
        var completeness = Service.Report().Completeness;

        Assert.NotEmpty(completeness.Behind);
        Assert.All(completeness.Behind, r => Assert.True(r is { Late: > 0, Missing: 0 }));
        Assert.Contains(completeness.Notes, n => n.StartsWith("Des valeurs sont arrivées après l’échéance", StringComparison.Ordinal));
        Assert.Empty(SampleService.Bare.Report().Completeness.Behind);
        Assert.Equal(Absence.NotTransmitted, SampleService.Bare.Report().Completeness.Total.OnTime.Absence);
    }

    [Fact]
    public void A_key_that_changes_in_the_year_is_told_day_by_day()
    {
        var report = (Service with
        {
            Document = SampleService.Planning with
            {
                Amendments =
                [
                    new AmendmentDocument
                    {
                        Number = "avenant n°\u00A02",
                        EffectiveOn = "2025-07-01",
                        Purpose = "Change la clé.",
                        Allocation = new AllocationDocument { Criteria = [new() { Criterion = "population", Weight = 1 }] },
                    },
                ],
            },
        }).Report();

        Assert.Equal([new DateOnly(2025, 6, 30), new DateOnly(2025, 12, 31)], report.Split.Spans.Select(s => s.To));
        Assert.Equal(1_559_507.61m, report.Split.Spans.Sum(s => s.Amount.Value));
        Assert.Equal("Depuis le 1er\u00A0juillet 2025, le coût est réparti selon la population totale de 2025.", report.Split.Explanation);
        Assert.Equal(3, report.Split.Worked!.Sentences.Count);
        Assert.All(report.Split.Worked.Sentences, ProblemAssert.FrenchSentence);
        Assert.Equal(
            [(1, 1, 6, 30), (7, 1, 12, 31), (1, 1, 12, 31)],
            report.Trace.Allocation.Select(t => (t.From.Month, t.From.Day, t.To.Month, t.To.Day)));
    }

    [Fact]
    public void Communes_are_compared_on_the_same_perimeter()
    {
        var rows = Service.Report().Quality.Equality;

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(
            r.Change.Value is null ? "–" : r.Change.Value <= -1 ? "plus égal" : r.Change.Value >= 1 ? "moins égal" : "aussi égal", r.Reading));
        Assert.All(rows.Where(r => r.Change.Value is not null), r => Assert.Equal(r.Coefficient.Value - r.Previous.Value, r.Change.Value));
        Assert.All(rows, r => Assert.NotNull(r.Centre.Value));
    }

    [Fact]
    public void The_trace_gives_the_figures_of_the_report()
    {
        var report = Service.Report();
        var lines = report.Activity.Lines.Concat(report.Quality.Lines).Concat(report.Costs.Lines).ToDictionary(l => l.Code, StringComparer.Ordinal);

        Assert.Equal(lines.Count, report.Trace.Indicators.Count);
        Assert.All(report.Trace.Indicators, t => Assert.Equal(
            lines[t.Indicator].Value, Figure.Of(t.Result, lines[t.Indicator].Decimals)));
        Assert.Equal(report.Split.Rows.Select(r => r.Amount.Value), report.Trace.Allocation.Single().Shares.Select(s => (decimal?)s.Amount));
    }
}
