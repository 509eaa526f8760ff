using System.Globalization;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Evaluation.StandIn.LocalTriggers;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NCrontab;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Evaluation.StandIn.Tests;

/// <summary>
/// The host’s own timer and queue triggers, run once: what they hand over is to the byte what the stand-in hands over for
/// the same timer and the same message.
/// </summary>
public sealed class HostTriggerTests(StandInStorage storage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timer_and_a_message_are_handed_over_as_the_host_does()
    {
        var folder = Directory.CreateTempSubdirectory("timers-");
        try
        {
            await new QueueServiceClient(storage.ConnectionString).CreateQueueAsync(RealFunctions.Queue, cancellationToken: Cancellation);
            using var host = RealHost(folder.FullName);
            await host.StartAsync(Cancellation);
            await new QueueClient(
                    storage.ConnectionString, RealFunctions.Queue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 })
                .SendMessageAsync("report~été <1> \"2026\"", Cancellation);

            AssertSame(await RealFunctions.Ticks.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation));
            AssertSame(await RealFunctions.Messages.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation));
            await host.StopAsync(Cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("2026-11-29T23:53:00.0208568Z", "2026-11-29T23:54:00Z", true)]
    [InlineData("2026-11-29T23:53:00.12Z", "2026-11-30T00:00:00Z", false)]
    public void A_timer_that_has_fired_before_is_handed_over_as_the_host_does(string last, string next, bool isPastDue) =>
        AssertSame(new TimerInfo(
            new CronSchedule(CrontabSchedule.Parse("0 * * * * *", new CrontabSchedule.ParseOptions { IncludingSeconds = true })),
            new ScheduleStatus { Last = At(last).LocalDateTime, Next = At(next).LocalDateTime, LastUpdated = At(last).LocalDateTime },
            isPastDue));

    [Fact]
    public void A_timer_of_seconds_is_handed_over_as_the_host_does() =>
        AssertSame(new TimerInfo(new CronSchedule(CrontabSchedule.Parse("* * * * * *", new CrontabSchedule.ParseOptions { IncludingSeconds = true })), status: null, isPastDue: false));

    private IHost RealHost(string folder) => new HostBuilder()
        .UseEnvironment("Development")
        .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(
            [new("AzureWebJobsStorage", storage.ConnectionString)]))
        .ConfigureWebJobs(jobs =>
        {
            jobs.AddTimers();
            jobs.AddAzureStorageQueues(queues => queues.MaxPollingInterval = TimeSpan.FromMilliseconds(200));

            // The one that the package brings wants a storage package of another time.
            jobs.Services.RemoveAll<ScheduleMonitor>();
            jobs.Services.AddSingleton<ScheduleMonitor>(new FileSystemScheduleMonitor(folder));
        })
        .ConfigureServices(services => services.AddSingleton<ITypeLocator>(new OnlyRealFunctions()))
        .Build();

    private static void AssertSame(TimerInfo real)
    {
        var status = real.ScheduleStatus is { } known
            ? new TimerStatus(Instant(known.Last), Instant(known.Next), Instant(known.LastUpdated))
            : null;

        Assert.Equal(JsonConvert.SerializeObject(real), TriggerInput.OfTimer(status, real.IsPastDue).Json);
    }

    private static void AssertSame(ParameterBindingData real)
    {
        var content = real.Content.ToString();
        using var reader = new JsonTextReader(new StringReader(content)) { DateParseHandling = DateParseHandling.None };
        var message = JObject.Load(reader);
        string Text(string name) => message.Value<string>(name)!;
        var ours = TriggerInput.OfQueue(
            QueuesModelFactory.QueueMessage(
                Text("MessageId"), Text("PopReceipt"), Text("MessageText"), message.Value<long>("DequeueCount"),
                At(Text("NextVisibleOn")), At(Text("InsertedOn")), At(Text("ExpiresOn"))),
            Convert.FromBase64String(Text("Body"))).ModelBindingData;

        Assert.Equal(content, ours.Content.ToStringUtf8());
        Assert.Equal((real.Version, real.Source, real.ContentType), (ours.Version, ours.Source, ours.ContentType));
    }

    private static DateTimeOffset Instant(DateTime time) =>
        time == default ? TimerStatus.Never : new DateTimeOffset(time).ToUniversalTime();

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private sealed class OnlyRealFunctions : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [typeof(RealFunctions)];
    }
}
