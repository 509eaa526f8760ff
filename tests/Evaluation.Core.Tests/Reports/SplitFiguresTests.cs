using Evaluation.Core.Assessments;
using Evaluation.Core.Decisions;
using Evaluation.Core.French;
using Evaluation.Core.Keys;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports;

/// <summary>The figures of a split beside each other: columns add up, and one fact has one figure.</summary>
public sealed class SplitFiguresTests
{
    private static readonly AllocationDocument ByPermits = new() { Criteria = [new() { Criterion = "indicator", Indicator = "ADS-01", Weight = 1 }] };

    [Fact]
    public void The_column_of_differences_adds_up_to_its_total_whoever_joins_or_leaves() => DrawnReports.Hold((_, report) =>
        report.Split is not { HasPrevious: true, Total: { } total } || report.Split.Rows.Sum(r => r.Change.Value ?? 0) == (report.Split.Owed ?? total).Change.Value);

    [Fact]
    public void Some_service_drawn_has_a_member_that_joins() => Assert.Contains(
        DrawnReports.Some(),
        d => d.Report.Split is { HasPrevious: true } split && split.Rows.Any(r => r.Previous.Value is null && r.Change.Value == r.Amount.Value));

    [Fact]
    public void What_the_provider_keeps_is_one_figure_wherever_it_is_told() => Properties.Hold(
        from cents in Gen.Choose(100_000, 9_000_000)
        from units in Gen.Choose(1, 900)
        from method in Gen.Elements("split", "unitPrice")
        select (Cents: cents, Units: units, Method: method),
        drawn =>
        {
            var community = GivenCommunity.Of("A", "B");
            var values = new GivenValues(community).AddYear("ADS-01", "A", 2025, drawn.Units).AddYear("ADS-01", "B", 2025, 7);
            var service = GivenMutualisation.WithEveryone(community)
                .SharedAs(ByPermits with { Method = drawn.Method, Capacity = new() { Units = 12_000, BornBy = "provider" } }).Read();
            var evaluation = AnnualEvaluation.Of(GivenDossier.Of(community, service, values, GivenDossier.Actual(2025, drawn.Cents / 100m)));
            var kept = FrenchMoney.Euros(evaluation.Allocation.Allocation!.ProviderPart);
            var asked = new DirectorRequests(evaluation, SampleService.Edition, YearDecisions.None).All().Select(Typography.Fix).Single(a => a.StartsWith("Arrêter", StringComparison.Ordinal));
            var note = SplitSections.Of(evaluation).Notes.Single(n => n.StartsWith("Le porteur garde", StringComparison.Ordinal));
            return asked.Contains($"{kept} du coût reste", StringComparison.Ordinal) && note.Contains(kept, StringComparison.Ordinal);
        });

    [Fact]
    public void Units_consumed_are_told_only_where_the_key_counts_some()
    {
        var community = GivenCommunity.Of("A", "B");
        string Note(AllocationDocument key) => Assert.Single(
            SplitSections.Of(AnnualEvaluation.Of(GivenDossier.Of(
                community,
                new GivenMutualisation(community).Joined("A", "2020-01-01").Joined("B", "2025-07-01").SharedAs(key).Read(),
                new GivenValues(community).AddYear("ADS-01", "A", 2025, 10).AddYear("ADS-01", "B", 2025, 10),
                GivenDossier.Actual(2025, 100)))).Notes,
            n => n.StartsWith('*'));

        Assert.DoesNotContain("unités consommées", Note(new() { Criteria = [new() { Criterion = "equal", Weight = 1 }] }), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("unités consommées", Note(new() { Criteria = [new() { Criterion = "population", Weight = 1 }] }), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("unités consommées ne sont pas réduites", Note(ByPermits), StringComparison.Ordinal);
    }
}
