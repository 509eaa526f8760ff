using Azure.Core.Pipeline;
using Evaluation.Core.Calendar;
using Evaluation.Core.Kinds;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Report;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Store;
using Evaluation.Functions.Tests.Collect;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>From the publication of a version to the outbox of its subscribers: twice, broken off at any write, undelivered.</summary>
public sealed class SubscriptionTests(NoticeStorage storage) : IClassFixture<NoticeStorage>, IAsyncLifetime
{
    private const int MostWrites = 30;

    private const string Subscribed = """
        [{"kind":"monthly","to":"director","as":"docx"},
         {"kind":"monthly","mutualisation":"ads","to":"service","as":"xlsx"},
         {"kind":"monthly","to":"mailbox","mailbox":"comite@exemple.fr"},
         {"kind":"monthly","mutualisation":"voirie","to":"director"},
         {"kind":"quarterly","to":"director"},
         {"kind":"annual","to":"member","member":"38185"}]
        """;

    private static readonly DateTimeOffset Now = new(2026, 4, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Told =
        ["direction@exemple.fr docx", "urbanisme@exemple.fr xlsx", "comite@exemple.fr link"];

    private static readonly Paper Month = new(
        "Communauté d’essai", "Instruction des autorisations", "Tableau de bord", "Version 1.", false, "Tout est à jour.", []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var bench = Bench();
        await bench.PrepareAsync(Cancellation, subscriptions: Subscribed);
        await bench.WipeAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_subscriber_of_the_kind_and_the_service_has_one_notice_a_version_with_its_summary()
    {
        await PublishAsync(Bench(), "a");
        await PublishAsync(Bench(), "a");
        Assert.Equal(Told.Order(StringComparer.Ordinal), await ToldAsync("v1"));

        await PublishAsync(Bench(), "b");

        Assert.Equal(Told.Order(StringComparer.Ordinal), await ToldAsync("v2"));
        var notices = await Bench().NoticesAsync(Cancellation);
        Assert.Equal(6, notices.Count);
        Assert.All(notices, n => Assert.Contains("Tout est à jour.", n.Due.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_older_build_published_or_an_archive_brought_back_is_told_to_nobody()
    {
        var bench = Bench();
        var version = new ReportVersion(Key(bench), 1, "a", new DateOnly(2026, 4, 20), []);
        Assert.True(await bench.Reports.TryReserveAsync(version, Cancellation));
        await bench.Reports.PublishAsync(version, Files(), Cancellation);

        Assert.Equal(0, await bench.Subscriptions.FinishAsync(Cancellation));
        Assert.Empty(await bench.NoticesAsync(Cancellation));
    }

    [Fact]
    public async Task Who_subscribes_later_is_told_of_the_next_version_only()
    {
        var bench = Bench();
        await bench.PrepareAsync(Cancellation);
        await PublishAsync(bench, "a");
        await bench.PrepareAsync(Cancellation, subscriptions: Subscribed);

        await PublishAsync(Bench(), "a");
        Assert.Equal(0, await Bench().Subscriptions.FinishAsync(Cancellation));
        Assert.Empty(await ToldAsync("v1"));

        await PublishAsync(Bench(), "b");
        Assert.Equal(Told.Order(StringComparer.Ordinal), await ToldAsync("v2"));
    }

    [Fact]
    public async Task A_crash_around_any_write_leaves_nobody_untold_once_the_hour_has_passed_or_the_report_is_asked_for_again()
    {
        var finished = 0;
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            var deaths = 0;
            for (var survived = false; !survived; deaths++)
            {
                await Bench().WipeAsync(Cancellation);
                Assert.True(deaths < MostWrites, "It dies for ever.");
                survived = await SurvivesAsync(new FaultyTransport(deaths, moment));
                if ((await Bench().Reports.ListAsync(Bench().Community, "ads", Cancellation)).Count > 0)
                {
                    finished += await Bench().Subscriptions.FinishAsync(Cancellation);
                    Assert.Equal(Told.Order(StringComparer.Ordinal), await ToldAsync("v1"));
                }

                await PublishAsync(Bench(), "a");
                Assert.Equal(Told.Order(StringComparer.Ordinal), await ToldAsync("v1"));
                Assert.Single(await Bench().Reports.ListAsync(Bench().Community, "ads", Cancellation));
            }

            // Reservation, file, publication, three notices, the note that it is done.
            Assert.Equal(8, deaths);
        }

        Assert.Equal(8, finished);
    }

    [Fact]
    public async Task The_direction_is_told_once_of_what_is_refused_and_never_of_its_own_or_of_an_address_that_asked_for_none()
    {
        await Bench().PrepareAsync(Cancellation, """["urbanisme@exemple.fr"]""", Subscribed);
        await PublishAsync(Bench(), "a");
        var refusing = Bench(new RecordingChannel(ChannelFate.Refused));

        await refusing.Delivery.DeliverDueAsync(Cancellation);

        var lost = (await refusing.NoticesAsync(Cancellation)).Where(n => n.Due.Kind == CalendarKind.Report).ToList();
        Assert.Equal(
            ["comite@exemple.fr Failed", "direction@exemple.fr Failed", "urbanisme@exemple.fr Undeliverable"],
            lost.Select(n => $"{n.Mailbox} {n.State}").Order(StringComparer.Ordinal));
        var told = Assert.Single(await UndeliveredAsync());
        Assert.Equal("direction@exemple.fr", told.Mailbox);
        Assert.Contains("adresse, comite@exemple.fr", told.Due.Text, StringComparison.Ordinal);
        Assert.Contains("Réponse de l’essai.", told.Due.Text, StringComparison.Ordinal);

        var again = (await refusing.Store.FindAsync(refusing.Community, lost.Single(n => n.Mailbox == "comite@exemple.fr").Id, Cancellation))!;
        var community = (await refusing.Registry.FindCommunityAsync(NoticeBench.Siren, Cancellation))!.Value;
        Assert.Equal(NoticeState.Failed, (await refusing.Delivery.DeliverNowAsync(again, community, Cancellation))!.State);
        await refusing.Delivery.DeliverDueAsync(Cancellation);
        Assert.Equal(NoticeState.Failed, Assert.Single(await UndeliveredAsync()).State);
    }

    [Fact]
    public async Task A_death_around_the_write_that_gives_a_notice_up_leaves_the_direction_told_once()
    {
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            for (var writes = 0; writes < 6; writes++)
            {
                await Bench().WipeAsync(Cancellation);
                await PublishAsync(Bench(), "a");
                try
                {
                    await Bench(new RecordingChannel(ChannelFate.Refused), new FaultyTransport(writes, moment)).Delivery.DeliverDueAsync(Cancellation);
                }
                catch (ProcessDied)
                {
                    // What was held is free again later.
                }

                await new NoticeBench(storage.ConnectionString, IntakeBench.Sound, Now.AddHours(1), new RecordingChannel(ChannelFate.Refused))
                    .Delivery.DeliverDueAsync(Cancellation);

                Assert.Equal(
                    ["comite@exemple.fr", "urbanisme@exemple.fr"],
                    (await UndeliveredAsync()).Select(n => n.Due.Text.Contains("comite@", StringComparison.Ordinal) ? "comite@exemple.fr" : "urbanisme@exemple.fr").Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Without_a_way_out_nobody_is_told_of_what_does_not_leave()
    {
        await PublishAsync(Bench(), "a");

        await Bench().Delivery.DeliverDueAsync(Cancellation);

        Assert.All(await Bench().NoticesAsync(Cancellation), n => Assert.Equal((CalendarKind.Report, NoticeState.Undeliverable), (n.Due.Kind, n.State)));
    }

    [Fact]
    public async Task A_document_above_five_megabytes_goes_by_its_address_and_the_mail_says_so()
    {
        var bench = Bench();
        await PublishAsync(bench, "a", "2025-02");
        var notice = (await bench.NoticesAsync(Cancellation)).Single(n => n.Mailbox == "direction@exemple.fr");
        var version = (await bench.Reports.VersionsAsync(Key(bench, "2025-02"), Cancellation)).Single();
        await bench.Reports.KeepMadeAsync(
            version, new ReportFile("report.docx", OfficeFiles.ContentTypeOf("report.docx"), BinaryData.FromBytes(new byte[ReportEnclosures.MostBytes + 1])), Cancellation);

        var mailed = (await bench.Enclosures.OfAsync(notice, withFile: true, Cancellation))!;
        var posted = (await bench.Enclosures.OfAsync(notice, withFile: false, Cancellation))!;

        const string There = "https://evaluation.exemple.fr/portal/communities/200040715/mutualisations/ads/reports/monthly/2025-02/v1/";
        Assert.Null(mailed.File);
        Assert.Equal($"Le document Word dépasse 5 Mo et n’est pas joint\u00A0: {There}report.docx", mailed.Words[^1]);
        Assert.Null(posted.File);
        Assert.Equal($"Le document Word s’y télécharge aussi\u00A0: {There}report.docx", posted.Words[^1]);
        Assert.Equal($"{There}report.html", posted.Page);
    }

    [Fact]
    public async Task A_report_that_is_no_longer_there_is_told_and_keeps_no_other_notice()
    {
        var bench = Bench(new RecordingChannel(ChannelFate.Taken));
        await PublishAsync(bench, "a");
        await bench.Reports.RemoveAsync((await bench.Reports.VersionsAsync(Key(bench), Cancellation)).Single(), Cancellation);
        await PublishAsync(bench, "b", "2025-04");

        await bench.Delivery.DeliverDueAsync(Cancellation);

        var reports = (await bench.NoticesAsync(Cancellation)).Where(n => n.Due.Kind == CalendarKind.Report).ToLookup(n => n.Due.Occurrence.Contains("2025-03", StringComparison.Ordinal));
        Assert.Equal([3, 3], [reports[true].Count(n => n.State == NoticeState.Failed), reports[false].Count(n => n.State == NoticeState.Sent)]);
        Assert.All(reports[true], n => Assert.StartsWith("Le rapport ne se lit pas", n.Outcome, StringComparison.Ordinal));
    }

    private static ReportKey Key(NoticeBench bench, string period = "2025-03") => new(bench.Community, "ads", ReportKind.Monthly, period);

    private static ReportFile[] Files() => [new ReportFile("report.json", "application/json", PaperJson.Write(Month))];

    private static async Task PublishAsync(NoticeBench bench, string fingerprint, string period = "2025-03")
    {
        var (version, _) = await new ReportPublication(bench.Reports).PublishAsync(
            Key(bench, period),
            fingerprint,
            Now,
            _ => Task.FromResult(false),
            (_, _) => Task.FromResult<IReadOnlyList<ReportFile>>(Files()),
            Cancellation);
        await bench.Subscriptions.TellAsync(version, Cancellation);
    }

    private async Task<bool> SurvivesAsync(HttpPipelineTransport transport)
    {
        try
        {
            await PublishAsync(Bench(null, transport), "a");
            return true;
        }
        catch (ProcessDied)
        {
            return false;
        }
    }

    private async Task<IEnumerable<string>> ToldAsync(string version) =>
        (await Bench().NoticesAsync(Cancellation))
            .Where(n => n.Due.Kind == CalendarKind.Report && n.Due.Occurrence.Contains($"~{version}~", StringComparison.Ordinal))
            .Select(n => $"{n.Mailbox} {n.Due.Occurrence.Split('~')[^1]}")
            .Order(StringComparer.Ordinal);

    private async Task<IReadOnlyList<Notice>> UndeliveredAsync() =>
        [.. (await Bench().NoticesAsync(Cancellation)).Where(n => n.Due.Kind == CalendarKind.ReportUndelivered)];

    private NoticeBench Bench(INoticeChannel? channel = null, HttpPipelineTransport? transport = null) =>
        new(storage.ConnectionString, transport ?? IntakeBench.Sound, Now, channel);
}
