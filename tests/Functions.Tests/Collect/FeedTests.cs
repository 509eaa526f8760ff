using System.Net;
using System.Text.Json;
using Evaluation.Functions.Collect;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>Pulling a service's own feed, and what feeds do wrong.</summary>
public sealed class FeedTests(RunningApp running)
{
    [Fact]
    public async Task A_feed_is_submitted_through_the_same_path_as_a_push()
    {
        await using var feed = await RunningFeed.StartAsync(Results.Text(Body($"ADS-01 {Grenoble} 2025-03 42"), "application/json"));
        var service = await DeclareAsync(running.Http, feed.Address);

        var state = await CollectAsync(service);

        Assert.Equal("succeeded", state.GetProperty("state").GetString());
        Assert.Equal(["ADS-01 213801855 2025-03 42"], await service.ValuesAsync());
        Assert.Equal(1, (await service.GetAsync($"{service.Address}/submissions")).GetProperty("submissions").GetArrayLength());
    }

    [Fact]
    public async Task Two_fires_in_the_same_slot_pull_once()
    {
        await using var feed = await RunningFeed.StartAsync(Results.Text(Body($"ADS-01 {Grenoble} 2025-03 42"), "application/json"));
        var service = await DeclareAsync(running.Http, feed.Address);

        await CollectAsync(service);
        await CollectAsync(service);

        Assert.Equal(1, feed.Requests);
    }

    public static TheoryData<string, string> BadFeeds => new()
    {
        { "login page", "JSON" },
        { "redirect", "pas autorisée" },
        { "failure", "404" },
        { "rubbish", "JSON attendu" },
        { "endless", "10 Mo" },
        { "only refused rows", "refusée" },
    };

    [Theory]
    [MemberData(nameof(BadFeeds))]
    public async Task A_feed_that_answers_wrongly_is_said_so_and_nothing_is_kept(string fault, string word)
    {
        await using var feed = await RunningFeed.StartAsync(fault switch
        {
            "login page" => Results.Text("<html>Connexion</html>", "text/html"),
            "redirect" => Results.Redirect("http://169.254.169.254/"),
            "failure" => Results.StatusCode(404),
            "rubbish" => Results.Text("{\"source\":", "application/json"),
            "endless" => Results.Text(new string(' ', 11 * 1024 * 1024), "application/json"),
            _ => Results.Text(Body("ZZZ - 2025-03 1"), "application/json"),
        });
        var service = await DeclareAsync(running.Http, feed.Address);

        var state = await CollectAsync(service);

        Assert.Equal("failed", state.GetProperty("state").GetString());
        Assert.Contains(word, state.GetProperty("outcome").GetString(), StringComparison.Ordinal);
        Assert.Empty(await service.ValuesAsync());
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2001:4860:4860::8888", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("2002:0a00:0001::", false)]
    [InlineData("64:ff9b::a00:1", false)]
    public void Only_public_addresses_are_pulled(string address, bool isPublic) =>
        Assert.Equal(isPublic, FeedConnections.IsPublic(IPAddress.Parse(address)));

    private Task<JsonElement> CollectAsync(GivenService service) => Pulling.CollectAsync(running.App, service);
}
