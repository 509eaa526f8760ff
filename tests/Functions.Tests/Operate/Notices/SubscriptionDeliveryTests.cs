using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Evaluation.Functions.Tests.Collect;
using Evaluation.Local;
using MimeKit;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>Reports from their publication to the mailboxes of who is subscribed, and the page that tells of it.</summary>
public sealed class SubscriptionDeliveryTests(NoticeStorage storage) : IClassFixture<NoticeStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Community { get; } = GivenService.CommunityDocument
        .Replace("\"name\":\"Grenoble\"", "\"name\":\"Grenoble\",\"mailbox\":\"grenoble@exemple.fr\"", StringComparison.Ordinal)
        .TrimEnd()[..^1] + """
        ,"directorMailbox":"direction@exemple.fr","subscriptions":[
        {"kind":"monthly","to":"director","as":"docx"},
        {"kind":"monthly","mutualisation":"ads","to":"service","as":"xlsx"},
        {"kind":"budgetDebate","to":"director"},
        {"kind":"annual","to":"mailbox","mailbox":"comite@exemple.fr","as":"xlsx"},
        {"kind":"annual","mutualisation":"ads","to":"member","member":"38185","as":"docx"}]}
        """;

    [Fact]
    public async Task Each_subscriber_is_mailed_what_it_asked_for_and_the_page_tells_who_got_what_and_what_failed()
    {
        await using var server = new LittleMailServer();
        await using var app = await StartAsync(new()
        {
            ["Notices__Smtp__Host"] = "127.0.0.1",
            ["Notices__Smtp__Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Notices__Smtp__From"] = "evaluation@exemple.fr",
            ["Notices__Smtp__UseTls"] = "false",
            ["Notices__Site"] = "https://evaluation.exemple.fr/",
        });
        var service = await DeclaredAsync(app);
        await PublishAsync(app, $"{service.Address}/reports", "monthly", "2025-03");
        await PublishAsync(app, $"{service.Address}/reports", "monthly", "2025-03");
        await PublishAsync(app, $"{service.Community}/reports", "budgetDebate", "2025");
        await PublishAsync(app, $"{service.Address}/reports", "annual", "2025");
        await RemindAsync(app);
        await RemindAsync(app);

        var mails = server.Messages.Select(Mail).Where(m => !m.Subject.StartsWith("Rapport non remis", StringComparison.Ordinal)).ToList();
        Assert.Equal(["comite@exemple.fr", "direction@exemple.fr", "direction@exemple.fr"], mails.Select(m => m.To).Order(StringComparer.Ordinal));
        var month = mails.Single(m => m.Subject.StartsWith("Tableau de bord mensuel, mars 2025", StringComparison.Ordinal)).Mail;
        var page = $"https://evaluation.exemple.fr/portal{service.Address[4..]}/reports/monthly/2025-03/v1/report.html";
        Assert.Contains($"Le rapport se lit dans le portail\u00A0: {page}", Flat(month.TextBody), StringComparison.Ordinal);
        var lead = (await service.GetAsync($"{service.Address}/reports/monthly/2025-03/v1/report.json")).GetProperty("lead").GetString()!;
        Assert.Contains(Flat(lead), Flat(month.TextBody), StringComparison.Ordinal);
        var document = Assert.IsType<MimePart>(Assert.Single(month.Attachments));
        Assert.Equal($"{service.Siren}-ads-monthly-2025-03-v1.docx", document.FileName);
        using (var word = WordprocessingDocument.Open(Content(document), isEditable: false))
        {
            Assert.Contains(lead, word.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        }

        using (var book = SpreadsheetDocument.Open(Content((MimePart)mails.Single(m => m.To == "comite@exemple.fr").Mail.Attachments.Single()), isEditable: false))
        {
            Assert.NotEmpty(book.WorkbookPart!.WorksheetParts);
        }

        Assert.Empty(mails.Single(m => m.Subject.Contains("orientation budgétaire", StringComparison.Ordinal)).Mail.Attachments);

        await PostAsync(app, $"{service.Address}/reports/annual/2025/v1/validation", """{"function":"directrice générale des services"}""");
        await PostAsync(app, $"{service.Address}/reports/annual/2025/v1/transmission", "{}");
        await RemindAsync(app);
        var transmitted = server.Messages.Select(Mail).Where(m => m.To == "grenoble@exemple.fr" && m.Subject.StartsWith("Évaluation annuelle", StringComparison.Ordinal));
        Assert.EndsWith(".docx", ((MimePart)Assert.Single(transmitted).Mail.Attachments.Single()).FileName, StringComparison.Ordinal);

        var lost = server.Messages.Select(Mail).Single(m => m.Subject.StartsWith("Rapport non remis", StringComparison.Ordinal));
        Assert.Equal("direction@exemple.fr", lost.To);
        Assert.Contains("service, sans adresse. Ce service n’a pas d’adresse de contact", Flat(lost.Mail.TextBody), StringComparison.Ordinal);
        var listed = (await service.GetAsync($"{service.Community}/subscriptions")).GetProperty("subscriptions").EnumerateArray().ToList();
        Assert.Equal(
            ["director docx sent 0", "service xlsx - 1", "director link sent 0", "mailbox xlsx sent 0", "member docx sent 0"],
            listed.Select(s => $"{Text(s, "to")} {Text(s, "as")} {(s.TryGetProperty("lastSent", out _) ? "sent" : "-")} {s.GetProperty("lost").GetInt32()}"));
        Assert.StartsWith("Ce service n’a pas d’adresse de contact", Text(listed[1].GetProperty("lastLost"), "outcome"), StringComparison.Ordinal);
        var shown = WebUtility.HtmlDecode(await app.Http.GetStringAsync($"/portal{service.Community[4..]}/subscriptions", Cancellation));
        Assert.Contains("5\u00A0abonnements, 1\u00A0envoi non remis.", shown, StringComparison.Ordinal);
        Assert.Contains("Contact du service, sans adresse", shown, StringComparison.Ordinal);
        Assert.Contains("21 juin 2026", shown.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_is_posted_the_address_of_the_page_and_no_file()
    {
        var posted = new List<JsonElement>();
        await using var receiver = await RunningFeed.StartAsync(async (context, _) =>
        {
            var notice = await context.Request.ReadFromJsonAsync<JsonElement>(Cancellation);
            lock (posted)
            {
                posted.Add(notice);
            }
        });
        await using var app = await StartAsync(new()
        {
            ["Notices__Webhook__Url"] = receiver.Address,
            ["Notices__Webhook__Secret"] = "un-secret-d-essai-assez-long-pour-signer",
        });
        var service = await DeclaredAsync(app);
        await PublishAsync(app, $"{service.Address}/reports", "monthly", "2025-03");
        await RemindAsync(app);

        var reports = posted.Where(n => Text(n, "kind") == "report" && Text(n, "community") == service.Siren).ToList();
        Assert.Equal(["director", "service"], reports.Select(n => Text(n, "recipient")).Order(StringComparer.Ordinal));
        var page = $"/portal{service.Address[4..]}/reports/monthly/2025-03/v1/";
        Assert.All(reports, n => Assert.Equal($"{page}report.html", Text(n, "link")));
        Assert.Contains($"{page}report.docx", Text(reports.Single(n => Text(n, "recipient") == "director"), "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_not_there_cannot_be_subscribed_to()
    {
        await using var app = await StartAsync([]);
        var service = await GivenService.DeclareAsync(app.Http);
        using var answer = await app.Http.PutAsync(
            service.Community,
            new StringContent(Community.Replace("\"mutualisation\":\"ads\"", "\"mutualisation\":\"voirie\"", StringComparison.Ordinal), Encoding.UTF8, "application/json"),
            Cancellation);

        Assert.Equal(422, (int)answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(
            ["subscription.service /subscriptions/1/mutualisation", "subscription.service /subscriptions/4/mutualisation"],
            problem.GetProperty("errors").EnumerateArray().Select(e => $"{Text(e, "code")} {Text(e, "pointer")}"));
        Assert.Empty((await service.GetAsync($"{service.Community}/subscriptions")).GetProperty("subscriptions").EnumerateArray());
    }

    // On a Sunday at noon: no deadline of its own falls on that day.
    private Task<FunctionsApp> StartAsync(Dictionary<string, string> settings) => storage.StartAsync("2026-06-21T10:00:00Z", settings);

    private static async Task<GivenService> DeclaredAsync(FunctionsApp app)
    {
        var service = await GivenService.DeclareAsync(app.Http);
        await service.PutAsync(service.Community, Community);
        await service.FillAsync(2025);
        return service;
    }

    private static async Task PublishAsync(FunctionsApp app, string address, string kind, string period)
    {
        var asked = await PostAsync(app, address, $$"""{"kind":"{{kind}}","period":"{{period}}"}""");
        var built = await app.Host.DeliverAsync("BuildReport", asked.GetProperty("operationId").GetString()!, dequeueCount: 1, Cancellation);
        Assert.True(built.Succeeded, built.Error);
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

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static (string To, string Subject, MimeMessage Mail) Mail(string message)
    {
        var lines = message.Split('\n');
        var mail = string.Join('\n', lines.SkipWhile(l => l.StartsWith("MAIL", StringComparison.Ordinal) || l.StartsWith("RCPT", StringComparison.Ordinal)));
        using var read = new MemoryStream(Encoding.UTF8.GetBytes(mail));
        var loaded = MimeMessage.Load(read, Cancellation);
        return (lines.First(l => l.StartsWith("RCPT TO:", StringComparison.Ordinal)).Split('<', '>')[1], loaded.Subject ?? "", loaded);
    }

    private static MemoryStream Content(MimePart part)
    {
        var content = new MemoryStream();
        part.Content!.DecodeTo(content, Cancellation);
        content.Position = 0;
        return content;
    }

    // Mail may break lines anywhere between words.
    private static string Flat(string? text) => string.Join(' ', (text ?? "").Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
