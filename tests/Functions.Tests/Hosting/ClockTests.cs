using System.Globalization;
using Evaluation.Functions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Evaluation.Functions.Tests.Hosting;

public sealed class ClockTests
{
    [Fact]
    public void Without_the_setting_the_clock_is_that_of_the_machine()
    {
        Assert.Same(TimeProvider.System, Clock.From(Setting(null), In(Environments.Production)));
    }

    [Theory]
    [InlineData("2026-01-15T08:00:00Z")]
    [InlineData("2026-01-15T09:00:00+01:00")]
    [InlineData("2026-01-15T08:00:00")]
    public void A_simulated_clock_starts_at_its_instant_and_goes_on(string start)
    {
        var clock = Clock.From(Setting(start), In(Environments.Development));
        var first = clock.GetUtcNow();

        Assert.InRange(first, DateTimeOffset.Parse("2026-01-15T08:00:00Z", CultureInfo.InvariantCulture), DateTimeOffset.Parse("2026-01-15T09:00:00Z", CultureInfo.InvariantCulture));
        Assert.True(SpinWait.SpinUntil(() => clock.GetUtcNow() > first, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_simulated_clock_is_refused_outside_development()
    {
        Assert.Throws<StartUpException>(() => Clock.From(Setting("2026-01-15T08:00:00Z"), In(Environments.Production)));
    }

    private static IConfiguration Setting(string? start) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Clock:Start"] = start }).Build();

    private static HostingEnvironment In(string environment) => new() { EnvironmentName = environment };
}
