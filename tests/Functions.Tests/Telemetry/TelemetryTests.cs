using System.Text;
using System.Text.Json;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Telemetry;

/// <summary>What the app tells a collector of OTLP.</summary>
public sealed class TelemetryTests(RunningApp running)
{
    private const string Person = "Jeanne-Armelle Trémouille";
    private const string Key = "cle-que-personne-ne-doit-lire-0123456789";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_push_is_one_trace_from_its_request_to_the_tables()
    {
        await using var collector = await Collector.StartAsync(Cancellation);
        await using var app = await StartAsync(collector);
        var service = await GivenService.DeclareAsync(app.Http);
        using var answer = await TracedAsync(app.Http, $"{service.Address}/values", GivenService.Body("ADS-01 38185 2025-03 1"), "11");
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(0, await app.StopAsync(Cancellation));

        var trace = collector.Spans.Where(span => span.Trace == TraceOf("11")).ToArray();
        var request = Assert.Single(trace, span => span.Name == "request");
        var push = Assert.Single(trace, span => span.Name == "push");
        Assert.Equal(request.Id, push.Parent);
        Assert.Equal("/api/communities/{siren}/mutualisations/{id}/values", request.Attributes["http.route"]);
        Assert.Equal("200", request.Attributes["http.response.status_code"]);
        var storage = trace.Where(span => span.Name == "storage" && span.Parent == push.Id).ToArray();
        Assert.Contains(storage, span => span.Attributes is { } of && of["kind"] == "table" && of["method"] == "transaction");
        Assert.Contains(storage, span => span.Attributes is { } of && of["kind"] == "table" && of["name"] == "Values");
        Assert.Contains(storage, span => span.Attributes is { } of && of["kind"] == "blob" && of["name"] == "journal");
    }

    [Fact]
    public async Task A_report_is_in_the_trace_of_the_request_that_asked_for_it()
    {
        await using var collector = await Collector.StartAsync(Cancellation);
        await using var app = await StartAsync(collector);
        var service = await GivenService.DeclareAsync(app.Http);
        await service.FillAsync(2025);
        using var asked = await TracedAsync(app.Http, $"{service.Address}/reports", """{"kind":"annual","period":"2025"}""", "22");
        var operation = (await asked.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("operationId").GetString()!;

        Assert.True((await app.Host.DeliverAsync("BuildReport", operation, dequeueCount: 1, Cancellation)).Succeeded);
        Assert.Equal(0, await app.StopAsync(Cancellation));

        var trace = collector.Spans.Where(span => span.Trace == TraceOf("22")).ToArray();
        var request = Assert.Single(trace, span => span.Name == "request");
        var report = Assert.Single(trace, span => span.Name == "report");
        Assert.Equal(request.Id, report.Parent);
        Assert.Contains(trace, span => span.Parent == report.Id && span.Attributes["kind"] == "blob" && span.Attributes["name"] == "reports");
    }

    [Fact]
    public async Task Pushes_rows_refusals_durations_storage_and_ages_are_counted()
    {
        await using var collector = await Collector.StartAsync(Cancellation);
        await using var app = await StartAsync(collector);
        var service = await GivenService.DeclareAsync(app.Http);
        await service.PushedAsync(GivenService.Body("ADS-01 38185 2025-03 1", "ADS-01 38151 2025-03 2", "NON-99 38185 2025-03 3"));
        await service.PushedAsync(GivenService.Body("ADS-01 38185 2025-03 1"));
        await service.PushedAsync(GivenService.Body("ADS-01 38185 2025-03 9"), "?dryRun=true");
        await service.PushedAsync("{");
        Assert.True((await app.Host.RunTimerAsync("CollectOnSchedule", Cancellation)).Succeeded);
        Assert.Equal(0, await app.StopAsync(Cancellation));

        Assert.Equal(new Dictionary<string, double> { ["trial=false"] = 2, ["trial=true"] = 1 }, collector.Points("evaluation.pushes"));
        Assert.Equal(
            new Dictionary<string, double> { ["outcome=created"] = 2, ["outcome=rejected"] = 1, ["outcome=unchanged"] = 1 },
            collector.Points("evaluation.rows"));
        Assert.Equal(new Dictionary<string, double> { ["code=json.malformed status=400"] = 1 }, collector.Points("evaluation.refusals"));
        var durations = collector.Points("evaluation.duration");
        Assert.Equal(3, durations["outcome=done work=push"]);
        Assert.Equal(1, durations["outcome=failed work=push"]);
        Assert.Equal(1, durations["outcome=done work=CollectOnSchedule"]);
        Assert.True(collector.Points("evaluation.storage.operations")["kind=table method=transaction outcome=done"] >= 2);
        Assert.InRange(collector.Points("evaluation.success.age")["function=CollectOnSchedule"], 0, 600);
    }

    [Fact]
    public async Task No_person_and_no_key_is_told()
    {
        await using var collector = await Collector.StartAsync(Cancellation);
        await using var app = await StartAsync(collector);
        var service = await GivenService.DeclareAsync(app.Http);
        await service.PushedAsync(GivenService.Body("ADS-01 38185 2025-03 1").Replace("essai", Person, StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Address}/values?source={Uri.EscapeDataString(Person)}");
        request.Headers.Add("X-Api-Key", Key);
        using var answer = await app.Http.SendAsync(request, Cancellation);
        Assert.Equal(0, await app.StopAsync(Cancellation));

        Assert.Contains(collector.Spans, span => span.Name == "push");
        Assert.All(
            [Person, Uri.EscapeDataString(Person), Key, "AccountKey", service.Siren],
            secret => Assert.DoesNotContain(secret, collector.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Azure_Monitor_is_told_the_same_trace_and_the_same_counts()
    {
        await using var collector = await Collector.StartAsync(Cancellation);
        await using var app = await running.StartPrivateAsync(
            new()
            {
                ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={collector.Address}/",
                ["APPLICATIONINSIGHTS_STATSBEAT_DISABLED"] = "true",
            },
            Cancellation);
        var service = await GivenService.DeclareAsync(app.Http);
        using var answer = await TracedAsync(app.Http, $"{service.Address}/values", GivenService.Body("ADS-01 38185 2025-03 1"), "33");
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(0, await app.StopAsync(Cancellation));

        var trace = collector.Monitored.Where(item => OperationOf(item) == TraceOf("33")).Select(item => item.GetProperty("data").GetProperty("baseData")).ToArray();
        Assert.Contains(trace, data => data.GetProperty("name").GetString()!.Contains("push", StringComparison.Ordinal));
        Assert.Contains(trace, data => data.TryGetProperty("properties", out var of) && of.TryGetProperty("name", out var table) && table.GetString() == "Values");
        Assert.Contains(collector.Monitored, item => item.GetRawText().Contains("evaluation.pushes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_told_without_a_setting()
    {
        await using var collector = await Collector.StartAsync(Cancellation);
        await using var app = await running.StartPrivateAsync(
            new() { ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = $"{collector.Address}/v1/traces" },
            Cancellation);
        await GivenService.DeclareAsync(app.Http);
        Assert.Equal(0, await app.StopAsync(Cancellation));

        Assert.Equal(0, collector.Received);
    }

    [Fact]
    public async Task An_address_that_is_none_stops_the_start_and_is_named() => Assert.Contains(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        await running.FailToStartAsync(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collecteur" }, Cancellation),
        StringComparison.Ordinal);

    private Task<FunctionsApp> StartAsync(Collector collector) => running.StartPrivateAsync(
        new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" }, Cancellation);

    private static async Task<HttpResponseMessage> TracedAsync(HttpClient http, string address, string body, string trace)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("traceparent", $"00-{TraceOf(trace)}-00f067aa0ba902b7-01");
        return await http.SendAsync(request, Cancellation);
    }

    private static string? OperationOf(JsonElement item) =>
        item.TryGetProperty("tags", out var tags) && tags.TryGetProperty("ai.operation.id", out var id) ? id.GetString() : null;

    private static string TraceOf(string digits) => string.Concat(Enumerable.Repeat(digits, 16));
}
