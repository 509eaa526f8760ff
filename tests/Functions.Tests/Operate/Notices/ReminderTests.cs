using Azure.Core.Pipeline;
using Evaluation.Core.Calendar;
using Evaluation.Core.Confirmations;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Store;
using Evaluation.Functions.Tests.Collect;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>Days of reminders and deliveries: missed, fired twice, broken off at any write.</summary>
public sealed class ReminderTests(NoticeStorage storage) : IClassFixture<NoticeStorage>, IAsyncLifetime
{
    private const int MostWrites = 30;

    // The day after the deadline of March 2026, 09:00 in Paris.
    private static readonly DateTimeOffset DayAfter = new(2026, 4, 11, 7, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var bench = Bench(DayAfter);
        await bench.PrepareAsync(Cancellation);
        await bench.WipeAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_community_begins_with_today_and_a_second_fire_does_nothing()
    {
        var first = await Bench(DayAfter).Reminders.CatchUpAsync(Cancellation);
        var second = await Bench(DayAfter.AddHours(1)).Reminders.CatchUpAsync(Cancellation);

        Assert.Equal([$"{NoticeBench.Siren}~2026-04-11"], first.Select(r => r.Occurrence));
        Assert.Empty(second);
        Assert.Equal(["values~2026-03~j1"], await OccurrencesAsync());
    }

    [Fact]
    public async Task Open_actions_of_a_decision_are_reminded_around_their_day_and_done_ones_are_silent()
    {
        var weekBefore = new DateTimeOffset(2026, 9, 23, 7, 0, 0, TimeSpan.Zero);
        await DecideAsync(weekBefore, "toDo");
        await Bench(weekBefore).Reminders.CatchUpAsync(Cancellation);
        await Bench(weekBefore.AddDays(8)).Reminders.CatchUpAsync(Cancellation);
        await Bench(weekBefore.AddDays(8)).Reminders.CatchUpAsync(Cancellation);
        Assert.Equal(["j1 urbanisme@exemple.fr", "m7 urbanisme@exemple.fr"], await ActionsAsync());

        await DecideAsync(weekBefore, "carriedOut");
        await Bench(weekBefore.AddDays(22)).Reminders.CatchUpAsync(Cancellation);
        Assert.Equal(["j1 urbanisme@exemple.fr", "m7 urbanisme@exemple.fr"], await ActionsAsync());

        await DecideAsync(weekBefore, "inProgress");
        var bench = Bench(weekBefore.AddDays(22));
        await bench.WipeAsync(Cancellation);
        await bench.Reminders.CatchUpAsync(Cancellation);
        Assert.Equal(["j15 direction@exemple.fr"], await ActionsAsync());
        await DecideAsync(weekBefore, "carriedOut");

        Task DecideAsync(DateTimeOffset at, string state) => Bench(at).Decisions.DecideAsync(
            Bench(at).Community,
            "ads",
            2025,
            _ => new Core.Decisions.DecisionDocument
            {
                Decision = "continue",
                Reasons = "Essai.",
                EffectiveOn = "2026-07-01",
                DecidedAt = at,
                Actions =
                [
                    new() { Label = "Revoir la clé.", Owner = "direction", DueOn = "2026-09-30", State = state },
                    new() { Label = "Former un agent.", Owner = "direction", DueOn = "2026-09-30", State = "dropped", Note = "Sans objet." },
                ],
            },
            PutTerms.Always,
            Cancellation);

        async Task<string[]> ActionsAsync() =>
            [.. (await Bench(weekBefore).NoticesAsync(Cancellation)).Where(n => n.Due.Kind == Core.Calendar.CalendarKind.Action)
                .Select(n => $"{n.Due.Occurrence.Split('~')[^1]} {n.Mailbox}")];
    }

    [Fact]
    public async Task Before_seven_in_Paris_the_day_has_not_begun()
    {
        await Bench(DayAfter).Reminders.CatchUpAsync(Cancellation);

        Assert.Empty(await Bench(new DateTimeOffset(2026, 4, 12, 4, 59, 0, TimeSpan.Zero)).Reminders.CatchUpAsync(Cancellation));
        Assert.Single(await Bench(new DateTimeOffset(2026, 4, 12, 5, 0, 0, TimeSpan.Zero)).Reminders.CatchUpAsync(Cancellation));
    }

    [Fact]
    public async Task Missed_days_are_made_up_for_in_order()
    {
        await Bench(DayAfter.AddDays(-1)).Reminders.CatchUpAsync(Cancellation);

        var done = await Bench(DayAfter.AddDays(14)).Reminders.CatchUpAsync(Cancellation);

        Assert.Equal(
            Enumerable.Range(0, 15).Select(day => FormattableString.Invariant($"{NoticeBench.Siren}~2026-04-{11 + day}")),
            done.Select(r => r.Occurrence));
        Assert.Equal(
            ["values~2026-03~j15 direction@exemple.fr", "values~2026-03~j8 urbanisme@exemple.fr", "values~2026-03~j1 urbanisme@exemple.fr"],
            (await Bench(DayAfter).NoticesAsync(Cancellation)).Select(n => $"{n.Due.Occurrence} {n.Mailbox}").Where(n => n.StartsWith("values~2026-03~", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_a_stop_longer_than_the_bound_today_comes_first()
    {
        await Bench(DayAfter).Reminders.CatchUpAsync(Cancellation);

        var done = await Bench(DayAfter.AddDays(ReminderDays.DaysCaughtUp + 5)).Reminders.CatchUpAsync(Cancellation);

        Assert.Equal([$"{NoticeBench.Siren}~2026-05-17"], done.Select(r => r.Occurrence));
    }

    [Fact]
    public async Task The_service_is_reminded_of_contested_units_until_it_answers()
    {
        var bench = Bench(DayAfter.AddDays(-1));
        var contested = new UnitsAnswerDocument
        {
            State = "contested",
            Reason = "Un dossier de trop.",
            Figures = [.. Enumerable.Range(1, 3).Select(m => new UnitFigureDocument { Indicator = "ADS-03", Period = $"2026-0{m}" })],
            AnsweredAt = new DateTimeOffset(2026, 4, 10, 9, 0, 0, TimeSpan.FromHours(2)),
        };
        Task SayAsync(UnitsAnswerDocument said) => bench.Units.DecideAsync(
            bench.Community, "ads", Core.Communities.Siren.Parse("213801855"), Core.Periods.Period.Of(2026, Core.Periods.Periodicity.Quarterly, 1), _ => said, PutTerms.Always, Cancellation);
        await bench.Reminders.CatchUpAsync(Cancellation);
        await SayAsync(contested);

        await Bench(DayAfter).Reminders.CatchUpAsync(Cancellation);
        await SayAsync(contested with { Reply = new UnitsReplyDocument { Words = "Non.", At = DayAfter } });
        await Bench(DayAfter.AddDays(14)).Reminders.CatchUpAsync(Cancellation);

        var notices = (await bench.NoticesAsync(Cancellation)).Where(n => n.Due.Kind == CalendarKind.ContestedUnits).ToList();
        var notice = Assert.Single(notices);
        Assert.Equal(
            ("contestedUnits~2026-Q1~213801855~2026-04-10~j1", "urbanisme@exemple.fr"), (notice.Due.Occurrence, notice.Mailbox));
        Assert.StartsWith("Unités contestées", notice.Due.Subject, StringComparison.Ordinal);
        Assert.Contains("Un dossier de trop.", notice.Due.Text, StringComparison.Ordinal);
        await bench.Units.DecideAsync(
            bench.Community, "ads", Core.Communities.Siren.Parse("213801855"), Core.Periods.Period.Of(2026, Core.Periods.Periodicity.Quarterly, 1), _ => contested with { State = "confirmed", Reason = null }, PutTerms.Always, Cancellation);
    }

    [Theory]
    [InlineData("BeforeTheWrite")]
    [InlineData("AfterTheWrite")]
    public async Task A_crash_around_any_write_of_a_day_is_finished_next_time_with_no_notice_lost_or_doubled(string moment)
    {
        for (var (deaths, survived) = (0, false); !survived; deaths++)
        {
            Assert.True(deaths < MostWrites, "It dies for ever.");
            await Bench(DayAfter).WipeAsync(Cancellation);
            survived = await DiesAsync(() => Bench(DayAfter, Faulty(deaths, moment)).Reminders.CatchUpAsync(Cancellation));

            // The next hour: the lease of who died has ended.
            await Bench(DayAfter.AddHours(1)).Reminders.CatchUpAsync(Cancellation);

            Assert.Equal(["values~2026-03~j1"], await OccurrencesAsync());
            var run = await Bench(DayAfter).Runs.FindAsync($"remind~{NoticeBench.Siren}~2026-04-11", Cancellation);
            Assert.Equal(RunState.Succeeded, run!.State);
        }
    }

    [Theory]
    [InlineData("BeforeTheWrite")]
    [InlineData("AfterTheWrite")]
    public async Task A_crash_around_any_write_of_a_delivery_sends_at_least_once_under_one_key(string moment)
    {
        for (var (deaths, survived) = (0, false); !survived; deaths++)
        {
            Assert.True(deaths < MostWrites, "It dies for ever.");
            await Bench(DayAfter).WipeAsync(Cancellation);
            await Bench(DayAfter).Reminders.CatchUpAsync(Cancellation);
            var channel = new RecordingChannel(ChannelFate.Taken);
            survived = await DiesAsync(() => Bench(DayAfter, Faulty(deaths, moment), channel).Delivery.DeliverDueAsync(Cancellation));

            await Bench(DayAfter.AddHours(1), channel: channel).Delivery.DeliverDueAsync(Cancellation);
            await Bench(DayAfter.AddHours(2), channel: channel).Delivery.DeliverDueAsync(Cancellation);

            var notice = Assert.Single(await Bench(DayAfter).NoticesAsync(Cancellation));
            Assert.Equal(NoticeState.Sent, notice.State);
            Assert.InRange(channel.Given.Count, 1, 2);
            Assert.Equal([notice.Key], channel.Given.Distinct());

            // Who dies between the noting and the sending leaves an attempt of which nobody knows what came.
            Assert.InRange(notice.Attempts.Count, channel.Given.Count, channel.Given.Count + 1);
        }
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_again_ever_later_then_left_to_people_with_every_attempt_kept()
    {
        await Bench(DayAfter).Reminders.CatchUpAsync(Cancellation);
        var channel = new RecordingChannel(ChannelFate.NotNow);
        for (var quarter = 0; quarter < 4 * 24 * 3; quarter++)
        {
            await Bench(DayAfter.AddMinutes(15 * quarter), channel: channel).Delivery.DeliverDueAsync(Cancellation);
        }

        var notice = Assert.Single(await Bench(DayAfter).NoticesAsync(Cancellation));
        Assert.Equal(NoticeState.Failed, notice.State);
        Assert.Equal(
            [0, 15, 75, 315, 1035, 2475], notice.Attempts.Select(a => (int)(a.At - DayAfter).TotalMinutes));
        Assert.All(notice.Attempts, attempt => Assert.Equal(("essai", "Réponse de l’essai."), (attempt.Channel, attempt.Outcome)));
    }

    [Fact]
    public async Task Two_senders_at_once_give_a_notice_once()
    {
        await Bench(DayAfter).Reminders.CatchUpAsync(Cancellation);
        var channel = new RecordingChannel(ChannelFate.Taken);
        var kept = await Bench(DayAfter).Store.FindAsync(
            Bench(DayAfter).Community, (await Bench(DayAfter).NoticesAsync(Cancellation))[0].Id, Cancellation);
        var community = (await Bench(DayAfter).Registry.FindCommunityAsync(NoticeBench.Siren, Cancellation))!.Value;

        var first = await Bench(DayAfter, channel: channel).Delivery.DeliverNowAsync(kept!, community, Cancellation);
        var second = await Bench(DayAfter, channel: channel).Delivery.DeliverNowAsync(kept!, community, Cancellation);

        Assert.Equal(NoticeState.Sent, first!.State);
        Assert.Null(second);
        Assert.Single(channel.Given);
    }

    [Theory]
    [InlineData("[]", false, "Aucun canal d’envoi")]
    [InlineData("[\"URBANISME@exemple.fr\"]", true, "ne plus recevoir")]
    public async Task What_cannot_be_sent_stays_readable_and_says_why(string muted, bool hasChannel, string why)
    {
        var channel = hasChannel ? new RecordingChannel(ChannelFate.Taken) : null;
        await Bench(DayAfter).PrepareAsync(Cancellation, muted);
        await Bench(DayAfter).Reminders.CatchUpAsync(Cancellation);

        await Bench(DayAfter, channel: channel).Delivery.DeliverDueAsync(Cancellation);

        var notice = Assert.Single(await Bench(DayAfter).NoticesAsync(Cancellation));
        Assert.Equal(NoticeState.Undeliverable, notice.State);
        Assert.Contains(why, notice.Outcome, StringComparison.Ordinal);
        Assert.Empty(notice.Attempts);
        Assert.Empty(channel?.Given ?? []);
    }

    private NoticeBench Bench(DateTimeOffset now, HttpPipelineTransport? transport = null, INoticeChannel? channel = null) =>
        new(storage.ConnectionString, transport ?? new HttpClientTransport(), now, channel);

    private static FaultyTransport Faulty(int writes, string moment) => new(writes, Enum.Parse<DeathMoment>(moment));

    private async Task<IEnumerable<string>> OccurrencesAsync() =>
        (await Bench(DayAfter).NoticesAsync(Cancellation)).Select(n => n.Due.Occurrence);

    private static async Task<bool> DiesAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (ProcessDied)
        {
            return false;
        }
    }
}
