using System.Net;
using System.Text.Json;
using Evaluation.Functions.Tests.Collect;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>The addresses and the page of reminders, on a process whose clock stands the day after a deadline.</summary>
public sealed class NoticesApiTests(NoticeStorage storage) : IClassFixture<NoticeStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_late_service_is_reminded_sees_its_calendar_and_what_failed_is_sent_again()
    {
        var status = 503;
        await using var receiver = await RunningFeed.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var app = await storage.StartAsync("2026-04-11T07:00:00Z", new()
        {
            ["Notices__Webhook__Url"] = receiver.Address,
            ["Notices__Webhook__Secret"] = "un-secret-d-essai-assez-long-pour-signer",
        });
        var service = await GivenService.DeclareAsync(app.Http);

        var reminded = await app.Host.RunTimerAsync("RemindOnSchedule", Cancellation);
        Assert.True(reminded.Succeeded, reminded.Error);

        var notices = (await service.GetAsync($"{service.Community}/notices?state=pending&mutualisation=ads")).GetProperty("notices");
        var notice = Assert.Single(notices.EnumerateArray());
        Assert.Equal("values~2026-03~j1", notice.GetProperty("occurrence").GetString());
        Assert.Contains("en panne (code 503)", Assert.Single(notice.GetProperty("attempts").EnumerateArray()).GetProperty("outcome").GetString(), StringComparison.Ordinal);

        var calendar = await service.GetAsync($"{service.Address}/calendar?on=2026-04-11");
        var overdue = calendar.GetProperty("overdue").EnumerateArray().Single(o => o.GetProperty("period").GetString() == "2026-03");
        Assert.Equal(("late", 1), (overdue.GetProperty("state").GetString(), overdue.GetProperty("daysLate").GetInt32()));
        Assert.Equal(3, overdue.GetProperty("byMember").GetArrayLength());

        var form = $"/portal/communities/{service.Siren}/notices/{notice.GetProperty("id").GetString()}/attempts";
        using var failed = await app.Http.PostAsync(form, null, Cancellation);
        Assert.Contains("L’avis n’est pas parti\u00A0:", WebUtility.HtmlDecode(await failed.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);

        status = 200;
        var again = $"{service.Community}/notices/{notice.GetProperty("id").GetString()}/attempts";
        using var sent = await app.Http.PostAsync(again, null, Cancellation);
        Assert.Equal("sent", (await sent.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("state").GetString());
        using var twice = await app.Http.PostAsync(again, null, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        using var thrice = await app.Http.PostAsync(form, null, Cancellation);
        Assert.Contains("Cet avis est déjà parti\u00A0:", WebUtility.HtmlDecode(await thrice.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
        Assert.Equal(receiver.Headers[0]["Idempotency-Key"], receiver.Headers[1]["Idempotency-Key"]);

        var page = await app.Http.GetStringAsync($"/portal/communities/{service.Siren}/calendar", Cancellation);
        Assert.Contains("<h1>Échéances et rappels</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Envoyé", page, StringComparison.Ordinal);
        Assert.Contains("direction de l’urbanisme, sans adresse de contact", page, StringComparison.Ordinal);
    }
}
