using Azure.Core.Pipeline;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Report;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Store;
using Evaluation.Functions.Tests.Collect;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>A member that is subscribed to its statement: told of each version once, broken off at any write, undelivered.</summary>
public sealed class StatementSubscriptionTests(NoticeStorage storage) : IClassFixture<NoticeStorage>, IAsyncLifetime
{
    private const int MostWrites = 10;

    private const string Subscribed = """
        [{"kind":"memberStatement","to":"member","member":"38185","as":"docx"},
         {"kind":"memberStatement","to":"member","member":"38151","as":"xlsx"},
         {"kind":"annual","to":"member","member":"38185"},
         {"kind":"budgetDebate","to":"director"}]
        """;

    private static readonly DateTimeOffset Now = new(2026, 4, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly Siren Grenoble = Siren.Parse("213801855");

    private static readonly Paper Statement = new("Communauté d’essai", "Grenoble", "Fiche de membre 2025", "Version 1.", false, "Grenoble doit 1 000,00 €.", []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Bench().PrepareAsync(Cancellation, subscriptions: Subscribed);
        await Bench().WipeAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_version_is_told_to_its_own_member_once_with_its_summary_and_its_document_and_to_nobody_else()
    {
        await PublishAsync(Bench(), "a");
        await PublishAsync(Bench(), "a");

        var told = Assert.Single(await Bench().NoticesAsync(Cancellation));
        Assert.Equal(
            ("subscription~memberStatement~2025~v1~docx", NoticeRecipient.Member, Grenoble, (string?)null),
            (told.Due.Occurrence, told.Due.Recipient, told.Due.Member!.Value, told.Mutualisation));
        Assert.Contains("Grenoble doit 1", told.Due.Text, StringComparison.Ordinal);
        Assert.Contains("retirez l’abonnement à votre page", told.Due.Text, StringComparison.Ordinal);
        var enclosed = (await Bench().Enclosures.OfAsync(told, withFile: true, Cancellation))!;
        Assert.Equal($"https://evaluation.exemple.fr/portal/communities/{NoticeBench.Siren}/members/{Grenoble}/reports/memberStatement/2025/v1/report.html", enclosed.Page);
        Assert.Equal($"{NoticeBench.Siren}-{Grenoble}-memberStatement-2025-v1.docx", enclosed.File!.Name);

        await PublishAsync(Bench(), "b");
        Assert.Equal(2, (await Bench().NoticesAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task What_does_not_reach_the_member_is_told_once_to_the_direction_by_the_name_of_the_member()
    {
        var bench = Bench(new RecordingChannel(ChannelFate.Taken));
        await PublishAsync(bench, "a");

        await bench.Delivery.DeliverDueAsync(Cancellation);
        await bench.Delivery.DeliverDueAsync(Cancellation);

        var told = Assert.Single(await bench.NoticesAsync(Cancellation), n => n.Due.Kind == CalendarKind.ReportUndelivered);
        Assert.Equal("direction@exemple.fr", told.Mailbox);
        Assert.Contains("Destinataire : Grenoble, sans adresse.", told.Due.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_death_around_any_write_of_a_subscription_leaves_it_there_once_or_not_at_all_and_asking_again_makes_it()
    {
        var asked = new SubscriptionDocument { Kind = "memberStatement", To = "member", Member = "38057", As = "link" };
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            var deaths = 0;
            for (var survived = false; !survived; deaths++)
            {
                Assert.True(deaths < MostWrites, "It dies for ever.");
                await Bench().PrepareAsync(Cancellation, subscriptions: Subscribed);
                survived = await SurvivesAsync(new FaultyTransport(deaths, moment), async desk => await desk.AddAsync(await CommunityAsync(), asked, Cancellation));
                Assert.InRange(await CountAsync(), 4, 5);

                Assert.True(await SurvivesAsync(IntakeBench.Sound, async desk => await desk.AddAsync(await CommunityAsync(), asked, Cancellation)));
                Assert.Equal(5, await CountAsync());
            }

            // What was there, kept; what is there now.
            Assert.Equal(3, deaths);
            var id = (await CommunityAsync()).Subscriptions[^1].Id;
            for (var (survived, writes) = (false, 0); !survived; writes++)
            {
                Assert.True(writes < MostWrites, "It dies for ever.");
                survived = await SurvivesAsync(new FaultyTransport(writes, moment), async desk => await desk.RemoveAsync(await CommunityAsync(), id, null, Cancellation));
            }

            Assert.Equal(4, await CountAsync());
        }
    }

    private static async Task PublishAsync(NoticeBench bench, string fingerprint)
    {
        var (version, _) = await new ReportPublication(bench.Reports).PublishAsync(
            ReportKey.OfMember(bench.Community, Grenoble, "2025"),
            fingerprint,
            Now,
            _ => Task.FromResult(false),
            (_, _) => Task.FromResult<IReadOnlyList<ReportFile>>([new ReportFile("report.json", "application/json", PaperJson.Write(Statement))]),
            Cancellation);
        await bench.Subscriptions.TellAsync(version, Cancellation);
    }

    private async Task<bool> SurvivesAsync(HttpPipelineTransport transport, Func<SubscriptionDesk, Task> act)
    {
        try
        {
            await act(new SubscriptionDesk(Bench(null, transport).Registry));
            return true;
        }
        catch (ProcessDied)
        {
            return false;
        }
    }

    private async Task<Community> CommunityAsync() => (await Bench().Registry.FindCommunityAsync(NoticeBench.Siren, Cancellation))!.Value;

    private async Task<int> CountAsync() => (await CommunityAsync()).Subscriptions.Count;

    private NoticeBench Bench(INoticeChannel? channel = null, HttpPipelineTransport? transport = null) =>
        new(storage.ConnectionString, transport ?? IntakeBench.Sound, Now, channel);
}
