using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Tests.Given;
using Evaluation.Core.Tests.Reports;
using Evaluation.Core.Versions;
using FsCheck.Fluent;
using static Evaluation.Core.Tests.Versions.GivenVersions;

namespace Evaluation.Core.Tests.Versions;

/// <summary>What changed between two versions, figure by figure.</summary>
public sealed class VersionChangesTests
{
    private static readonly SampleService[] Services =
    [
        new(), SampleService.Bare, Sharing(0.3m), Sharing(0.55m), Costing(1_300_000m), Costing(-5m), Without("38185", 10), Without("38151", 2),
        new() { Members = ["38185", "38151", "38421"] }, new() { Costs = [] },
    ];

    // Worked out once for all laws.
    private static readonly Lazy<VersionBase[]> Bases = new(() => [.. Services.Select(s => BaseOf(s))]);

    [Fact]
    public void A_version_compared_with_itself_has_no_change() => Assert.All(Bases.Value, service =>
    {
        var changes = VersionChanges.Of(service, service);

        Assert.Empty(changes.Values);
        Assert.Empty(changes.Costs);
        Assert.Empty(changes.Calls);
        Assert.Empty(changes.Terms);
        Assert.False(changes.IsOfSubstance);
        Assert.True(changes.IsOnlyOfDecisions);
    });

    [Fact]
    public void Differences_of_amounts_add_up_to_that_of_the_total_to_the_cent() => HoldForPairs((before, after) =>
        VersionChanges.Of(before, after).Split is not { } split
        || split.Amounts.Sum(a => a.Difference) + split.ProviderPart.Difference + split.RoundingGap.Difference == split.Total.Difference);

    [Fact]
    public void Going_back_undoes_every_change() => HoldForPairs((before, after) =>
    {
        var (there, back) = (VersionChanges.Of(before, after), VersionChanges.Of(after, before));
        return there.Values.Select(v => (v.Key, v.Before, v.After)).ToHashSet().SetEquals(back.Values.Select(v => (v.Key, v.After, v.Before)))
            && there.Costs.Select(c => (c.Line, c.Before, c.After)).ToHashSet().SetEquals(back.Costs.Select(c => (c.Line, c.After, c.Before)))
            && there.Split?.Total.Difference == -back.Split?.Total.Difference;
    });

    [Fact]
    public void What_is_listed_first_weighs_most() => HoldForPairs((before, after) =>
    {
        var changes = VersionChanges.Of(before, after);
        return Falls([.. changes.Values.Select(v => v.Weight)])
            && Falls([.. changes.Costs.Select(c => c.Weight)])
            && Falls([.. changes.Split?.Amounts.Select(a => decimal.Abs(a.Difference)) ?? []]);

        static bool Falls(IReadOnlyList<decimal> weights) => weights.Zip(weights.Skip(1)).All(pair => pair.First >= pair.Second);
    });

    [Fact]
    public void A_value_that_came_is_not_one_that_was_zero()
    {
        var changes = Between(Without("38185", 12), new SampleService());

        Assert.NotEmpty(changes.Values);
        Assert.All(changes.Values, v =>
        {
            Assert.Null(v.Before);
            Assert.NotNull(v.After);
            Assert.Equal(1, v.Weight);
            Assert.Equal("2025-12", v.Key.Period.Periodicity == Core.Periods.Periodicity.Monthly ? v.Key.Period.ToString() : "2025-12");
        });
    }

    [Fact]
    public void A_value_of_the_same_number_that_is_settled_since_is_a_change_of_no_weight()
    {
        var all = AnyValue();
        var changes = Between(new SampleService(), new SampleService { Overrides = [all with { Status = ValueStatus.Corrected }] });

        var changed = Assert.Single(changes.Values);
        Assert.Equal((all.Key, all.Value, 0m), (changed.Key, changed.After!.Value, changed.Weight));
        Assert.Equal(ValueStatus.Corrected, changed.After.Status);
    }

    [Fact]
    public void A_cost_that_changed_is_one_line_with_what_each_member_pays()
    {
        var changes = Between(Costing(1_246_380.42m), Costing(1_300_000m));

        var cost = Assert.Single(changes.Costs);
        Assert.Equal((CostCategory.Personnel, CostStage.Actual, 2025), (cost.Line.Category, cost.Line.Stage, cost.Line.Year));
        Assert.Equal((1_246_380.42m, 1_300_000m), (cost.Before!.Value, cost.After!.Value));
        Assert.Empty(changes.Values);
        Assert.Empty(changes.Terms);
        Assert.Equal(53_619.58m, changes.Split!.Total.Difference);
        Assert.Equal(49, changes.Split.Amounts.Count);
    }

    [Fact]
    public void A_key_that_changed_is_told_in_words()
    {
        var term = Assert.Single(Between(Sharing(0.3m), Sharing(0.4m)).Terms);

        Assert.Equal(TermTopic.Rules, term.Term.Topic);
        Assert.Contains("30 % selon la population totale", term.Before, StringComparison.Ordinal);
        Assert.Contains("40 % selon la population totale", term.After, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_in_one_version_only_owes_all_or_nothing_in_the_other()
    {
        var few = new SampleService { Members = ["38185", "38151"] };
        var more = new SampleService { Members = ["38185", "38151", "38421"] };
        var newcomer = GrenobleCommunes.All.Single(c => c.Insee == "38421").Siren;

        var amount = Between(few, more).Split!.Amounts.Single(a => a.Member.ToString() == newcomer);
        Assert.Null(amount.Before);
        Assert.Equal(amount.After, amount.Difference);
        Assert.Contains(Between(few, more).Terms, t => t.Term.Topic == TermTopic.Members && t.Before is null);
    }

    [Fact]
    public void Without_a_split_in_both_no_amount_is_compared()
    {
        var changes = Between(new SampleService { Costs = [] }, new SampleService());

        Assert.Null(changes.Split);
        Assert.False(changes.WasShared);
        Assert.True(changes.IsShared);
        Assert.True(changes.IsOfSubstance);
    }

    [Theory]
    [InlineData(RecordKind.Decision, true, false)]
    [InlineData(RecordKind.Declaration, false, false)]
    [InlineData(RecordKind.Presentation, false, false)]
    [InlineData(RecordKind.Reference, false, true)]
    public void Only_decisions_are_only_decisions_and_only_the_reference_bears_on_figures(RecordKind kind, bool onlyDecisions, bool substance)
    {
        var service = new SampleService();
        var changes = VersionChanges.Of(BaseOf(service, new BaseRecord(kind, "pièce", "a")), BaseOf(service, new BaseRecord(kind, "pièce", "b")));

        Assert.Equal(new ChangedRecord(kind, "pièce"), Assert.Single(changes.Records));
        Assert.Equal((onlyDecisions, substance), (changes.IsOnlyOfDecisions, changes.IsOfSubstance));
    }

    private static IndicatorValue AnyValue() => new SampleService().Dossier().Values.All.First(v => v.Key.Period.Year == SampleService.Year);

    private static void HoldForPairs(Func<VersionBase, VersionBase, bool> law) => Properties.Hold(
        from before in Gen.Elements(Bases.Value) from after in Gen.Elements(Bases.Value) select (before, after), pair => law(pair.before, pair.after));
}
