using System.Globalization;
using Evaluation.Functions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Evaluation.Functions.Tests.Hosting;

public sealed class ClockTests
{
    [Fact]
    public void Without_the_setting_the_clock_is_that_of_the_machine()
    {
        Assert.Same(TimeProvider.System, ClockSetting.Read(Setting(null), In(Environments.Production)));
    }

    [Theory]
    [InlineData("2026-01-15T08:00:00Z")]
    [InlineData("2026-01-15T09:00:00+01:00")]
    [InlineData("2026-01-15T08:00:00")]
    public void A_simulated_clock_starts_at_its_instant_and_goes_on(string start)
    {
        var clock = ClockSetting.Read(Setting(start), In(Environments.Development));
        var first = clock.GetUtcNow();

        Assert.InRange(first, DateTimeOffset.Parse("2026-01-15T08:00:00Z", CultureInfo.InvariantCulture), DateTimeOffset.Parse("2026-01-15T09:00:00Z", CultureInfo.InvariantCulture));
        Assert.True(SpinWait.SpinUntil(() => clock.GetUtcNow() > first, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_simulated_clock_is_refused_outside_development()
    {
        Assert.Throws<StartUpException>(() => ClockSetting.Read(Setting("2026-01-15T08:00:00Z"), In(Environments.Production)));
    }

    [Fact]
    public void A_simulated_clock_moves_forward_and_stands_still_when_asked()
    {
        var clock = (Clock)ClockSetting.Read(Setting("2026-01-15T08:00:00Z"), In(Environments.Development));
        var later = new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero);

        Assert.True(clock.TryMoveTo(later, runs: false));
        Assert.Equal(later, clock.GetUtcNow());
        Assert.True(clock.TryMoveTo(later, runs: true));
        Assert.True(SpinWait.SpinUntil(() => clock.GetUtcNow() > later, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_simulated_clock_never_goes_back()
    {
        var clock = (Clock)ClockSetting.Read(Setting("2026-01-15T08:00:00Z"), In(Environments.Development));

        Assert.False(clock.TryMoveTo(new DateTimeOffset(2026, 1, 15, 7, 0, 0, TimeSpan.Zero), runs: true));
        Assert.True(clock.GetUtcNow() >= new DateTimeOffset(2026, 1, 15, 8, 0, 0, TimeSpan.Zero));
    }

    private static IConfiguration Setting(string? start) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Clock:Start"] = start }).Build();

    private static HostingEnvironment In(string environment) => new() { EnvironmentName = environment };
}
