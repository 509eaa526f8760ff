using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evaluation.Functions.Tests.Administer.Rights;

namespace Evaluation.Functions.Tests.Administer.Audit;

/// <summary>Which acts leave a trace, and which.</summary>
[Collection(Hosted.Name)]
public sealed class AuditedActsTests(HostedPeople people)
{
    [Fact]
    public async Task Every_change_is_noted_with_who_asked_for_it_and_the_hash_of_what_was_sent()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        const string costs = """{"lines":[{"category":"personnel","stage":"actual","amount":"1.00"}]}""";

        await people.AskAsync(HttpMethod.Put, $"{service.Address}/costs/2025", costs, null, $"accountant:{service.Siren}");
        var (_, keyId) = await people.NewKeyAsync(service.Siren, """{"label":"x","rights":["push"]}""");
        await people.AskAsync(HttpMethod.Delete, $"{service.Community}/keys/{keyId}", null, HostedPeople.AdminKey);
        var entries = await EntriesAsync(service, "");

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(costs)));
        Assert.Equal(
            [
                "local PUT community",
                "local PUT mutualisations/{id}",
                $"user:a.martin@ville.example PUT mutualisations/{{id}}/costs/{{year}} sha256:{hash}",
                "key:bootstrap POST keys",
                "key:bootstrap DELETE keys/{keyId}",
            ],
            entries.Select(e => e.Caller + " " + e.Action + (e.Caller.StartsWith("user", StringComparison.Ordinal) ? $" {e.Detail}" : "")));
        Assert.Equal($"{service.Community}/keys/{keyId}", entries[^1].Target);
        Assert.Equal("", entries[^1].Detail);
    }

    [Fact]
    public async Task What_is_refused_or_only_read_or_pushed_leaves_none()
    {
        var service = await GivenService.DeclareAsync(people.Open);

        await people.AskAsync(HttpMethod.Put, service.Address, "{}", null, $"director:{service.Siren}");
        await people.AskAsync(HttpMethod.Get, $"{service.Community}/audit", null, HostedPeople.AdminKey);
        using var pushed = await service.PushAsync(GivenService.Body("ADS-01 38185 2025-01 42"));

        Assert.Equal(2, (await EntriesAsync(service, "")).Count);
    }

    [Fact]
    public async Task The_trail_is_narrowed_by_action_and_by_day()
    {
        var service = await GivenService.DeclareAsync(people.Open);

        Assert.Single(await EntriesAsync(service, "?action=PUT%20community"));
        Assert.Empty(await EntriesAsync(service, "?to=2020-01-01"));
        Assert.Equal(2, (await EntriesAsync(service, "?from=2020-01-01&to=2999-12-31")).Count);
        Assert.Equal(400, (await people.AskAsync(HttpMethod.Get, $"{service.Community}/audit?from=hier", null, HostedPeople.AdminKey)).Status);
    }

    [Fact]
    public async Task A_long_trail_is_read_page_by_page_to_its_end()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var storage = new Functions.Store.Tables.TableService(people.Running.Storage);
        using var trail = new Functions.Store.AuditTrail(
            storage.Table(Functions.Store.StorageNames.AuditTable),
            TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<Functions.Store.AuditTrail>.Instance);
        for (var i = 0; i < 203; i++)
        {
            await trail.NoteAsync(
                Core.Communities.Siren.Parse(service.Siren), new("user:essai"), "acte long", "/", null, TestContext.Current.CancellationToken);
        }

        var (_, body) = await people.AskAsync(HttpMethod.Get, $"{service.Community}/audit?action=acte%20long", null, HostedPeople.AdminKey);
        using var first = JsonDocument.Parse(body);
        var (_, rest) = await people.AskAsync(HttpMethod.Get, first.RootElement.GetProperty("next").GetString()!, null, HostedPeople.AdminKey);
        using var second = JsonDocument.Parse(rest);
        var verdict = await people.AskAsync(HttpMethod.Get, $"{service.Community}/audit/verification", null, HostedPeople.AdminKey);

        Assert.Equal(200, first.RootElement.GetProperty("entries").GetArrayLength());
        Assert.Equal(3, second.RootElement.GetProperty("entries").GetArrayLength());
        Assert.False(second.RootElement.TryGetProperty("next", out _));
        Assert.Contains("\"intact\":true,\"entries\":205", verdict.Body, StringComparison.Ordinal);
    }

    private async Task<List<(string Caller, string Action, string Target, string Detail)>> EntriesAsync(GivenService service, string query)
    {
        var (status, body) = await people.AskAsync(HttpMethod.Get, $"{service.Community}/audit{query}", null, HostedPeople.AdminKey);
        Assert.True(status == 200, body);
        using var json = JsonDocument.Parse(body);
        return
        [
            .. json.RootElement.GetProperty("entries").EnumerateArray().Select(e => (
                e.GetProperty("caller").GetString()!,
                e.GetProperty("action").GetString()!,
                e.GetProperty("target").GetString()!,
                e.TryGetProperty("detail", out var detail) ? detail.GetString()! : "")),
        ];
    }
}
