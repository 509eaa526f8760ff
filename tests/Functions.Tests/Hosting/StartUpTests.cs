using System.Globalization;
using System.Net;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Hosting;

public sealed class StartUpTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_port_of_the_host_wins_over_every_other_address()
    {
        var ports = FreePorts.Take(3).Select(port => port.ToString(CultureInfo.InvariantCulture)).ToArray();
        await using var app = await running.StartPrivateAsync(
            new()
            {
                ["FUNCTIONS_CUSTOMHANDLER_PORT"] = ports[0],
                ["ASPNETCORE_URLS"] = $"http://+:{ports[1]}",
                ["ASPNETCORE_HTTP_PORTS"] = ports[2],
                ["Port"] = ports[2],
            },
            Cancellation);
        using var answer = await app.Http.GetAsync("/", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith($":{ports[0]}/", app.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Single(app.Output, line => line.Contains("Now listening on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_storage_the_app_says_so_and_ends()
    {
        var (code, errors) = await FailAsync([]);

        Assert.Equal(1, code);
        Assert.StartsWith("The setting AzureWebJobsStorage is missing", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "not a connection string", "AzureWebJobsStorage")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "http", "FUNCTIONS_CUSTOMHANDLER_PORT")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "0", "FUNCTIONS_CUSTOMHANDLER_PORT")]
    [InlineData("Port", "70000", "Port")]
    [InlineData("Clock__Start", "yesterday", "Clock__Start")]
    [InlineData("LocalTriggers__Secret", "short", "LocalTriggers__Secret")]
    [InlineData("LocalTriggers__Enabled", "perhaps", "LocalTriggers:Enabled")]
    public async Task A_setting_that_cannot_be_read_is_named(string setting, string value, string named)
    {
        var (code, errors) = await FailAsync(running.SettingsWith(new() { [setting] = value }));

        Assert.Equal(1, code);
        Assert.Contains(named, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulated_clock_is_refused_outside_development()
    {
        var (code, errors) = await FailAsync(running.SettingsWith(
            new() { ["DOTNET_ENVIRONMENT"] = "Production", ["Clock__Start"] = "2026-01-15T08:00:00Z" }));

        Assert.Equal(1, code);
        Assert.Contains("Clock__Start", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_told_in_one_line()
    {
        var port = running.App.Address.Port.ToString(CultureInfo.InvariantCulture);
        var (code, errors) = await FailAsync(running.SettingsWith(new() { ["Port"] = port }));

        Assert.Equal(FunctionsApp.PortTaken, code);
        Assert.Contains(port, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_development_no_secret_opens_a_function()
    {
        await using var app = await running.StartPrivateAsync(new() { ["DOTNET_ENVIRONMENT"] = "Production" }, Cancellation);
        using var answer = await RunningApp.InvokeAsync(
            app.Http, "BuildReport", RecordedPayloads.Read("queue-binary"), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_app_ends_well_when_its_input_ends()
    {
        await using var app = await running.StartPrivateAsync([], Cancellation);

        Assert.Equal(0, await app.StopAsync(Cancellation));
        Assert.Empty(app.Errors);
    }

    private static async Task<(int Code, IReadOnlyCollection<string> Errors)> FailAsync(Dictionary<string, string> settings)
    {
        await using var app = FunctionsApp.Launch(settings, onLine: null);
        var code = await app.WaitForExitAsync(Cancellation);
        return (code, [.. app.Errors]);
    }
}
