using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Evaluation.Functions.Tests.Collect;
using Evaluation.Local;
using MimeKit;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>A transmitted report from the act of a director to the mailboxes of the members, by webhook and by mail.</summary>
public sealed class TransmissionDeliveryTests(NoticeStorage storage) : IClassFixture<NoticeStorage>
{
    private const string Refused = "213800576";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_member_is_posted_the_written_summary_once_and_only_what_failed_is_sent_again()
    {
        var posted = new ConcurrentQueue<JsonElement>();
        var refuses = true;
        await using var receiver = await RunningFeed.StartAsync(async (context, _) =>
        {
            var notice = await context.Request.ReadFromJsonAsync<JsonElement>(Cancellation);
            if (notice.GetProperty("kind").GetString() == "transmission")
            {
                posted.Enqueue(notice);
            }

            context.Response.StatusCode = refuses && MemberOf(notice) == Refused ? 422 : 200;
        });
        await using var app = await StartAsync(new()
        {
            ["Notices__Webhook__Url"] = receiver.Address,
            ["Notices__Webhook__Secret"] = "un-secret-d-essai-assez-long-pour-signer",
        });
        var (service, sentence) = await TransmittedAsync(app);

        await RemindAsync(app);
        await RemindAsync(app);

        Assert.Equal([Refused, "213801517", "213801855"], posted.Select(MemberOf).Order(StringComparer.Ordinal));
        Assert.All(posted, n => Assert.Contains(sentence, n.GetProperty("text").GetString(), StringComparison.Ordinal));
        var notices = await NoticesAsync(service);
        Assert.Equal(
            ["213800576 failed 1", "213801517 sent 1", "213801855 sent 1"],
            notices.Select(n => FormattableString.Invariant($"{MemberOf(n)} {n.GetProperty("state").GetString()} {n.GetProperty("attempts").GetArrayLength()}")).Order(StringComparer.Ordinal));

        refuses = false;
        var answers = new List<int>();
        foreach (var notice in notices.OrderBy(MemberOf, StringComparer.Ordinal))
        {
            using var again = await app.Http.PostAsync($"{service.Community}/notices/{notice.GetProperty("id").GetString()}/attempts", null, Cancellation);
            answers.Add((int)again.StatusCode);
        }

        Assert.Equal([200, 409, 409], answers);
        Assert.Equal(4, posted.Count);
        Assert.Equal(2, posted.Count(n => MemberOf(n) == Refused));
        Assert.Single(posted.Where(n => MemberOf(n) == Refused).Select(n => n.GetProperty("key").GetString()).Distinct());
        Assert.All(await NoticesAsync(service), n => Assert.Equal("sent", n.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Each_member_is_mailed_at_its_address_and_who_has_none_once_it_has_one()
    {
        await using var server = new LittleMailServer();
        await using var app = await StartAsync(new()
        {
            ["Notices__Smtp__Host"] = "127.0.0.1",
            ["Notices__Smtp__Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Notices__Smtp__From"] = "evaluation@exemple.fr",
            ["Notices__Smtp__UseTls"] = "false",
        });
        var (service, sentence) = await TransmittedAsync(app);

        await RemindAsync(app);

        Assert.Equal(
            ["echirolles@exemple.fr", "grenoble@exemple.fr"],
            server.Messages.Select(RecipientOf).Order(StringComparer.Ordinal));
        Assert.All(server.Messages, message => Assert.Contains(Flat(sentence), Flat(BodyOf(message)), StringComparison.Ordinal));
        var without = Assert.Single(await NoticesAsync(service), n => n.GetProperty("state").GetString() == "undeliverable");
        Assert.Equal(Refused, MemberOf(without));
        var page = await app.Http.GetStringAsync($"/portal{service.Address[4..]}/decisions/2025", Cancellation);
        Assert.Contains("1\u00A0membre n’a pas d’adresse\u00A0: enregistrez-la à la fiche", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Envoyer maintenant", page, StringComparison.Ordinal);

        await service.PutAsync(service.Community, Community.Replace("\"name\":\"Bresson\"", "\"name\":\"Bresson\",\"mailbox\":\"bresson@exemple.fr\"", StringComparison.Ordinal));
        page = await app.Http.GetStringAsync($"/portal{service.Address[4..]}/decisions/2025", Cancellation);
        Assert.DoesNotContain("membre n’a pas d’adresse\u00A0: enregistrez-la à la fiche", page, StringComparison.Ordinal);
        Assert.Contains("Envoyer maintenant", page, StringComparison.Ordinal);
        using var again = await app.Http.PostAsync($"{service.Community}/notices/{without.GetProperty("id").GetString()}/attempts", null, Cancellation);

        Assert.True(again.IsSuccessStatusCode);
        Assert.Equal("bresson@exemple.fr", RecipientOf(server.Messages[^1]));
        Assert.Equal(3, server.Messages.Count);
    }

    private static string Community { get; } = GivenService.CommunityDocument
        .Replace("\"name\":\"Grenoble\"", "\"name\":\"Grenoble\",\"mailbox\":\"grenoble@exemple.fr\"", StringComparison.Ordinal)
        .Replace("\"name\":\"Échirolles\"", "\"name\":\"Échirolles\",\"mailbox\":\"echirolles@exemple.fr\"", StringComparison.Ordinal);

    // On a Sunday at noon: no deadline of its own falls on that day.
    private Task<FunctionsApp> StartAsync(Dictionary<string, string> settings) => storage.StartAsync("2026-06-21T10:00:00Z", settings);

    private static async Task<(GivenService Service, string Sentence)> TransmittedAsync(FunctionsApp app)
    {
        var service = await GivenService.DeclareAsync(app.Http);
        await service.PutAsync(service.Community, Community);
        await service.FillAsync(2025);
        var asked = await PostAsync(app, $"{service.Address}/reports", """{"kind":"annual","period":"2025"}""");
        var built = await app.Host.DeliverAsync("BuildReport", asked.GetProperty("operationId").GetString()!, dequeueCount: 1, Cancellation);
        Assert.True(built.Succeeded, built.Error);
        await PostAsync(app, $"{service.Address}/reports/annual/2025/v1/validation", """{"function":"directrice générale des services"}""");
        await PostAsync(app, $"{service.Address}/reports/annual/2025/v1/transmission", "{}");
        var report = await service.GetAsync($"{service.Address}/reports/annual/2025/v1/report.json");
        return (service, report.GetProperty("summary").GetProperty("sentence").GetString()!);
    }

    private static async Task<JsonElement> PostAsync(FunctionsApp app, string address, string json)
    {
        using var answer = await app.Http.PostAsync(address, new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task RemindAsync(FunctionsApp app)
    {
        var reminded = await app.Host.RunTimerAsync("RemindOnSchedule", Cancellation);
        Assert.True(reminded.Succeeded, reminded.Error);
    }

    private static async Task<JsonElement[]> NoticesAsync(GivenService service) =>
        [.. (await service.GetAsync($"{service.Community}/notices")).GetProperty("notices").EnumerateArray()
            .Where(n => n.GetProperty("kind").GetString() == "transmission")];

    private static string? MemberOf(JsonElement notice) => notice.TryGetProperty("member", out var member) ? member.GetString() : null;

    private static string RecipientOf(string message) => message.Split('\n').First(l => l.StartsWith("RCPT TO:", StringComparison.Ordinal)).Split('<', '>')[1];

    private static string BodyOf(string message)
    {
        var mail = string.Join('\n', message.Split('\n').SkipWhile(l => l.StartsWith("MAIL", StringComparison.Ordinal) || l.StartsWith("RCPT", StringComparison.Ordinal)));
        using var read = new MemoryStream(Encoding.UTF8.GetBytes(mail));
        return MimeMessage.Load(read, Cancellation).TextBody ?? "";
    }

    // Mail may break lines anywhere between words.
    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
