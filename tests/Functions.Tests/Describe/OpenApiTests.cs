using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Describe;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Consult;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Evaluation.Functions.Tests.Describe;

/// <summary>The API describes itself: nothing more, nothing less, and so that other programs can rely on it.</summary>
[Collection(Hosted.Name)]
public sealed class OpenApiTests(HostedPeople people, RunningApp running)
{
    private const string Address = "/api/openapi.json";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_method_of_every_address_of_the_running_app_is_described_and_no_other()
    {
        var document = JsonNode.Parse(await running.Http.GetStringAsync(Address, Cancellation))!;
        var mapped = MappedEndpoints.Of(isLocal: false)
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method} {ApiDescription.PathOf(e)}"));

        var described = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));

        Assert.True(described.Count() > 70);
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_of_the_catalogue_is_described_with_its_status_and_sentence()
    {
        var described = JsonNode.Parse(MappedDescription.Json)![ApiDescription.CatalogueExtension]!.AsObject();

        Assert.Equal(DescribedRefusals.All().Select(code => code.Code), described.Select(code => code.Key));
        Assert.All(described, code => Assert.EndsWith(".", code.Value!["sentence"]!.GetValue<string>().TrimEnd('…').TrimEnd() + ".", StringComparison.Ordinal));
        Assert.Equal(409, described["year.closed"]!["status"]!.GetValue<int>());
        Assert.Null(described["rule.violated"]!["status"]);
    }

    [Theory]
    [InlineData("PUT /api/communities/{siren}/mutualisations/{id}/costs/{year}", "409", "year.closed year.settled")]
    [InlineData("PUT /api/communities/{siren}/mutualisations/{id}/costs/{year}", "412", "document.stale")]
    [InlineData("PUT /api/communities/{siren}/mutualisations/{id}/costs/{year}", "422", "costs.amount costs.lines document.invalid")]
    [InlineData("GET /api/communities/{siren}/mutualisations/{id}/periods/{period}", "404", "community.unknown mutualisation.unknown period.invalid")]
    [InlineData("GET /api/runs", "400", "job.unknown limit.unknown page.invalid parameter.unknown state.unknown")]
    [InlineData("POST /api/runs", "422", "job.unknown")]
    [InlineData("DELETE /api/communities/{siren}/keys/{keyId}", "404", "apiKey.unknown community.unknown")]
    [InlineData("GET /api/catalogue", "401", "access.key")]
    public void An_address_names_the_codes_by_which_it_refuses(string address, string status, string codes)
    {
        var response = Operation(address)["responses"]![status]!;

        var named = response[DescribedOperation.CodesExtension]!.AsArray().Select(code => code!.GetValue<string>()).ToList();
        Assert.All(codes.Split(' '), code => Assert.Contains(code, named));
        Assert.All(named, code => Assert.Contains($"`{code}` — ", response["description"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_that_reads_is_not_said_to_refuse_what_only_a_document_that_is_put_can_be() => Assert.All(
        Operation("GET /api/communities/{siren}/mutualisations/{id}")["responses"]!.AsObject(),
        response => Assert.DoesNotContain("key.weights", response.Value!.ToJsonString(), StringComparison.Ordinal));

    [Fact]
    public void A_parameter_tells_what_it_takes()
    {
        var runs = Parameters("GET /api/runs");
        Assert.Equal(["1", "200", "50"], new[] { "minimum", "maximum", "default" }.Select(bound => runs["limit"]["schema"]![bound]!.ToString()));
        Assert.Equal(["collect", "report", "remind"], runs["job"]["schema"]!["enum"]!.AsArray().Select(job => job!.GetValue<string>()));

        Assert.Equal("date", Parameters("GET /api/audit")["from"]["schema"]!["format"]!.GetValue<string>());
        Assert.True(Parameters("GET /api/communities/{siren}/mutualisations/{id}/allocation")["year"]["required"]!.GetValue<bool>());
        Assert.Contains("If-Match", Parameters("PUT /api/communities/{siren}").Keys);
        Assert.Contains("Idempotency-Key", Parameters("POST /api/communities/{siren}/mutualisations/{id}/values").Keys);
    }

    [Fact]
    public void Every_address_says_which_right_it_asks_for()
    {
        foreach (var endpoint in MappedEndpoints.Of(isLocal: false).Where(ApiDescription.IsDescribed))
        {
            var operation = Operation($"{endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0]} {ApiDescription.PathOf(endpoint)}");
            var right = endpoint.Metadata.GetRequiredMetadata<RightAsked>().Right;
            Assert.Equal(right.ToString(), operation[DescribedOperation.RightExtension]!.GetValue<string>(), ignoreCase: true);
            Assert.Equal(right == Right.None, operation["security"] is JsonArray { Count: 0 });
        }
    }

    [Fact]
    public void Whoever_reads_descriptions_finds_no_fault_in_it()
    {
        var settings = new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetDefaultRuleSet() };

        var (document, diagnostic) = OpenApiDocument.Parse(MappedDescription.Json, "json", settings);

        Assert.NotNull(document);
        Assert.Empty(diagnostic!.Errors.Select(e => $"{e.Pointer} {e.Message}"));
        Assert.Empty(diagnostic.Warnings.Select(w => $"{w.Pointer} {w.Message}"));
        Assert.Distinct(document.Paths.SelectMany(path => path.Value.Operations!.Values).Select(operation => operation.OperationId), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Another_process_on_another_machine_gives_the_same_bytes()
    {
        var local = new ApiDescription(() => MappedEndpoints.Of(isLocal: true));

        Assert.Equal(MappedDescription.Json, System.Text.Encoding.UTF8.GetString(local.Json.Span));
        Assert.Equal(MappedDescription.Json, await running.Http.GetStringAsync(Address, Cancellation));
    }

    [Fact]
    public async Task Who_has_no_key_reads_it_and_who_has_it_already_is_told_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        using var given = await people.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue("application/json", "utf-8"), given.Content.Headers.ContentType);

        using var again = new HttpRequestMessage(HttpMethod.Get, Address);
        again.Headers.IfNoneMatch.Add(given.Headers.ETag!);
        using var known = await people.Http.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);

        using var head = new HttpRequestMessage(HttpMethod.Head, Address);
        using var told = await people.Http.SendAsync(head, Cancellation);
        Assert.Equal(given.Headers.ETag, told.Headers.ETag);
    }

    private static JsonNode Operation(string address)
    {
        var (method, path) = (address.Split(' ')[0], address.Split(' ')[1]);
        return JsonNode.Parse(MappedDescription.Json)!["paths"]![path]![method.ToLowerInvariant()]!;
    }

    private static Dictionary<string, JsonNode> Parameters(string address) =>
        Operation(address)["parameters"]!.AsArray().ToDictionary(p => p!["name"]!.GetValue<string>(), p => p!, StringComparer.Ordinal);
}
