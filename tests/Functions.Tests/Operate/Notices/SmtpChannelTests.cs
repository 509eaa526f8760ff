using System.Text;
using System.Text.RegularExpressions;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Store;
using MimeKit;

namespace Evaluation.Functions.Tests.Operate.Notices;

public sealed class SmtpChannelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static Notice Notice { get; } = new(
        Core.Communities.Siren.Parse(NoticeBench.Siren),
        "ads",
        new DueNotice(
            CalendarKind.Values,
            "values~2026-03~j1",
            new DateOnly(2026, 4, 11),
            "Données en retard\u00A0: Instruction, mars 2026",
            "Bonjour,\n\n12\u00A0valeurs manquent\u202F; transmettez-les.",
            NoticeRecipient.Service),
        "urbanisme@exemple.fr",
        new DateTimeOffset(2026, 4, 11, 5, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_notice_is_mailed_to_the_mailbox_and_a_second_delivery_has_the_same_message_id()
    {
        await using var server = new LittleMailServer();
        var channel = Channel(server.Port);

        var first = await channel.SendAsync(Notice, Notice.Mailbox, null, Cancellation);
        var second = await channel.SendAsync(Notice, Notice.Mailbox, null, Cancellation);

        Assert.Equal((ChannelFate.Taken, ChannelFate.Taken), (first.Fate, second.Fate));
        Assert.Equal(2, server.Messages.Count);
        Assert.Contains("RCPT TO:<urbanisme@exemple.fr>", server.Messages[0], StringComparison.Ordinal);
        Assert.All(server.Messages, message => Assert.Matches(
            $"(?mi)^Message-ID: <{Notice.Key}@exemple\\.fr>\r?$", message));
        Assert.Contains("auto-generated", server.Messages[0], StringComparison.Ordinal);
        Assert.Contains("transmettez-les.", BodyOf(server.Messages[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 No such mailbox", ChannelFate.Refused, "refuse ce destinataire (code 550)")]
    [InlineData("450 Later", ChannelFate.NotNow, "pour l’instant (code 450)")]
    internal async Task A_recipient_that_is_refused_is_told_apart_from_one_to_try_later(string answer, ChannelFate fate, string words)
    {
        await using var server = new LittleMailServer(answer);

        var told = await Channel(server.Port).SendAsync(Notice, Notice.Mailbox, null, Cancellation);

        Assert.Equal(fate, told.Fate);
        Assert.Contains(words, told.Outcome, StringComparison.Ordinal);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_after_the_limit()
    {
        await using var server = new LittleMailServer("");

        var told = await Channel(server.Port, TimeSpan.FromMilliseconds(300)).SendAsync(Notice, Notice.Mailbox, null, Cancellation);

        Assert.Equal(ChannelFate.Unreachable, told.Fate);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        var server = new LittleMailServer();
        var port = server.Port;
        await server.DisposeAsync();

        Assert.Equal(ChannelFate.Unreachable, (await Channel(port).SendAsync(Notice, Notice.Mailbox, null, Cancellation)).Fate);
    }

    [Fact]
    public async Task What_is_no_address_is_refused_without_a_call() =>
        Assert.Equal(ChannelFate.Refused, (await Channel(1).SendAsync(Notice, "a,b@exemple.fr", null, Cancellation)).Fate);

    private static SmtpChannel Channel(int port, TimeSpan? limit = null) =>
        new(new SmtpSettings("127.0.0.1", port, MailboxAddress.Parse("avis@exemple.fr"), UseTls: false, null))
        {
            TimeLimit = limit ?? TimeSpan.FromSeconds(20),
        };

    private static string BodyOf(string message)
    {
        var body = message[(message.ReplaceLineEndings("\n").IndexOf("\n\n", StringComparison.Ordinal) + 1)..];
        return message.Contains("Content-Transfer-Encoding: base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(Regex.Match(message.ReplaceLineEndings("\n"), @"\n\n([\sA-Za-z0-9+/=]+)$").Groups[1].Value))
            : body;
    }
}
