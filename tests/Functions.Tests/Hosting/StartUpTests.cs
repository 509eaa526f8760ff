using System.Globalization;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>What is set up wrongly stops the start with one line that says what to change.</summary>
public sealed class StartUpTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_storage_the_app_says_so_and_ends()
    {
        Assert.StartsWith(
            "The worker stopped at once (1). The setting AzureWebJobsStorage is missing",
            await RunningApp.FailToStartWithAsync([], Cancellation),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "not a connection string", "AzureWebJobsStorage")]
    [InlineData("Clock__Start", "yesterday", "Clock__Start")]
    [InlineData("LocalRun", "perhaps", "LocalRun")]
    [InlineData("Collect__TimeLimit", "00:02:00", "Collect__TimeLimit must be a time such as")]
    [InlineData("Collect__RetryDelay", "bientôt", "Collect__RetryDelay")]
    [InlineData("Security__BootstrapAdminKey", "courte", "Security__BootstrapAdminKey must have at least 32 characters")]
    [InlineData("Security__BootstrapAdminKey", "@Microsoft.KeyVault(VaultName=coffre;SecretName=admin)", "was not resolved")]
    [InlineData("Security__Jwt__Authority", "https://connexion.exemple.fr", "Security__Jwt__Authority and Security__Jwt__Audience go together")]
    [InlineData("Notices__Webhook__Url", "ftp://exemple.fr", "Notices__Webhook__Url must be an https address")]
    [InlineData("Notices__Smtp__Host", "courrier.exemple.fr", "Notices__Smtp__From must be the address of the sender")]
    [InlineData("RateLimit__PerMinut", "60", "PerMinut")]
    public async Task A_setting_that_the_app_cannot_read_is_named(string setting, string value, string named)
    {
        var told = await running.FailToStartAsync(new() { [setting] = value }, Cancellation);

        Assert.StartsWith("The worker stopped at once (1). ", told, StringComparison.Ordinal);
        Assert.Contains(named, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_several_sections_are_named_together()
    {
        var told = await running.FailToStartAsync(
            new() { ["RateLimit__Burst"] = "0", ["RateLimit__PerMinute"] = "0", ["Collect__TimeLimit"] = "1.00:00:00" }, Cancellation);

        Assert.Contains("RateLimit__PerMinute must be", told, StringComparison.Ordinal);
        Assert.Contains("RateLimit__Burst must be", told, StringComparison.Ordinal);
        Assert.Contains("Collect__TimeLimit must be", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Port", "70000", "Port")]
    [InlineData("LocalTriggers__Enabled", "perhaps", "LocalTriggers:Enabled")]
    [InlineData("LocalTriggers__MessageLease", "00:00:00", "LocalTriggers__MessageLease")]
    [InlineData("AzureFunctionsJobHost__functionTimeout", "long", "functionTimeout")]
    public async Task A_setting_that_the_stand_in_cannot_read_is_named(string setting, string value, string named)
    {
        Assert.Contains(
            named, await running.FailToStartAsync(new() { [setting] = value }, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulated_clock_is_refused_outside_development()
    {
        var told = await running.FailToStartAsync(
            new() { ["DOTNET_ENVIRONMENT"] = "Production", ["Clock__Start"] = "2026-01-15T08:00:00Z" }, Cancellation);

        Assert.Contains("Clock__Start", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_told_in_one_line()
    {
        var port = running.App.Address.Port.ToString(CultureInfo.InvariantCulture);
        var told = await running.FailToStartAsync(new() { ["Port"] = port }, Cancellation);

        Assert.Contains(port, told, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told);
    }

    [Fact]
    public async Task Addresses_that_the_environment_names_do_not_decide_where_the_app_listens()
    {
        await using var app = await running.StartPrivateAsync(
            new() { ["ASPNETCORE_URLS"] = "http://127.0.0.1:1", ["ASPNETCORE_HTTP_PORTS"] = "1" }, Cancellation);
        using var answer = await app.Http.GetAsync("/api/health/live", Cancellation);

        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_app_ends_well_when_it_is_asked_to()
    {
        await using var app = await running.StartPrivateAsync([], Cancellation);

        Assert.Equal(0, await app.StopAsync(Cancellation));
        Assert.Empty(app.Errors);
    }
}
