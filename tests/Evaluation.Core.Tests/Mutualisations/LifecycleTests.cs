using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class LifecycleTests
{
    private static readonly LifecycleStatus[] Statuses = Enum.GetValues<LifecycleStatus>();
    private static readonly DateOnly Origin = new(2015, 1, 1);

    // Any statuses at all, each ten days after the one before.
    private static readonly Gen<LifecycleStatus[]> Walks =
        Gen.Elements(Statuses).NonEmptyListOf().Select(s => s.Take(8).ToArray());

    [Fact]
    public void A_life_is_accepted_exactly_when_each_step_may_follow_the_one_before() => Properties.Hold(
        Walks,
        walk => Read(walk).Problems.Any(p => p.Code == "lifecycle.transition")
            != walk.Zip(walk.Skip(1)).All(p => p.Second.MayFollow(p.First)),
        count: 500);

    [Fact]
    public void The_status_of_a_day_is_that_of_the_last_step_taken() => Properties.Hold(
        Walks.Where(w => w.Zip(w.Skip(1)).All(p => p.Second.MayFollow(p.First))),
        walk =>
        {
            var read = Read(walk).Value!;
            return walk.Select((status, i) => (status, i)).All(s =>
                read.StatusOn(On(s.i)) == s.status && read.StatusOn(On(s.i).AddDays(9)) == s.status)
                && read.StatusOn(On(0).AddDays(-1)) is null
                && read.EndedOn == (walk[^1].IsFinal() ? On(walk.Length - 1) : null);
        });

    [Theory]
    [InlineData(LifecycleStatus.Exploration, "diagnostic scenarios prefiguration conventionSigned abandoned")]
    [InlineData(LifecycleStatus.Diagnostic, "scenarios prefiguration conventionSigned abandoned")]
    [InlineData(LifecycleStatus.Scenarios, "prefiguration conventionSigned abandoned")]
    [InlineData(LifecycleStatus.Prefiguration, "conventionSigned abandoned")]
    [InlineData(LifecycleStatus.ConventionSigned, "active abandoned")]
    [InlineData(LifecycleStatus.Active, "amended terminating")]
    [InlineData(LifecycleStatus.Amended, "amended terminating")]
    [InlineData(LifecycleStatus.Terminating, "terminated")]
    [InlineData(LifecycleStatus.Terminated, "")]
    [InlineData(LifecycleStatus.Abandoned, "")]
    public void These_statuses_and_no_other_may_follow(LifecycleStatus status, string next) => Assert.Equal(
        next, string.Join(' ', Statuses.Where(s => s.MayFollow(status)).Select(DomainCode.Of)));

    [Fact]
    public void Nothing_follows_an_end() => Assert.All(
        Statuses, next => Assert.All(Statuses.Where(s => s.IsFinal()), s => Assert.False(next.MayFollow(s))));

    [Fact]
    public void A_project_can_be_given_up_until_it_runs() => Assert.Equal(
        ["exploration", "diagnostic", "scenarios", "prefiguration", "conventionSigned"],
        Statuses.Where(s => LifecycleStatus.Abandoned.MayFollow(s)).Select(DomainCode.Of));

    [Fact]
    public void A_service_runs_from_its_opening_to_its_end() => Assert.Equal(
        [LifecycleStatus.Active, LifecycleStatus.Amended, LifecycleStatus.Terminating], Statuses.Where(s => s.Runs()));

    [Fact]
    public void Each_status_has_its_French_words() =>
        Assert.Equal(Statuses.Length, Statuses.Select(s => s.Label()).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData("2019-12-09", null)]
    [InlineData("2019-12-10", LifecycleStatus.ConventionSigned)]
    [InlineData("2020-01-01", LifecycleStatus.Active)]
    [InlineData("2024-06-30", LifecycleStatus.Active)]
    [InlineData("2024-07-01", LifecycleStatus.Amended)]
    [InlineData("2030-12-31", LifecycleStatus.Amended)]
    [InlineData("2031-01-01", null)]
    public void Without_a_record_the_convention_tells(string day, LifecycleStatus? status)
    {
        var read = GivenRecord.Valid(GivenRecord.Complete with { Lifecycle = null });

        Assert.Equal(status, read.StatusOn(Exact.Day(day)));
        Assert.Null(read.EndedOn);
    }

    [Fact]
    public void Of_two_steps_of_one_day_the_later_counts()
    {
        var read = GivenRecord.Valid(GivenRecord.Complete with
        {
            Lifecycle = [Step(LifecycleStatus.ConventionSigned, Origin), Step(LifecycleStatus.Active, Origin)],
        });

        Assert.Equal(LifecycleStatus.Active, read.StatusOn(Origin));
    }

    private static Outcome<Mutualisation> Read(LifecycleStatus[] walk) => GivenRecord.Read(GivenRecord.Complete with
    {
        Memberships = [],
        Lifecycle = [.. walk.Select((status, i) => Step(status, On(i)))],
    });

    private static LifecycleStepDocument Step(LifecycleStatus status, DateOnly on) => new()
    {
        Status = DomainCode.Of(status),
        On = on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Reason = "Une raison.",
    };

    private static DateOnly On(int step) => Origin.AddDays(step * 10);
}
