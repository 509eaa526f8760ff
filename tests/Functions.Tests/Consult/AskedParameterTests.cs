using System.Net;
using System.Text;
using System.Text.Json;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Consult;

/// <summary>What an address does not know is refused, so that nothing is done otherwise than it was meant.</summary>
public sealed class AskedParameterTests(RunningApp running)
{
    private const string Month = "2025-03";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("?dry_run=true", "parameter.unknown")]
    [InlineData("?DryRun=true", "parameter.unknown")]
    [InlineData("?dryrun=true", "parameter.unknown")]
    [InlineData("?dryRun=false&dryRun=true", "parameter.repeated")]
    [InlineData("?dryRun=true&dryRun=true", "parameter.repeated")]
    [InlineData("?dryRun=", "dryRun.unknown")]
    [InlineData("?dryRun", "dryRun.unknown")]
    [InlineData("?strategy=", "strategy.unknown")]
    [InlineData("?mode=", "mode.unknown")]
    [InlineData("?answer=", "answer.unknown")]
    public async Task A_push_that_is_not_asked_for_as_documented_writes_nothing(string query, string code)
    {
        var service = await DeclareAsync(running.Http);

        using var answer = await service.PushAsync(Body($"ADS-01 {Grenoble} {Month} 42"), query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(await service.ValuesAsync());
    }

    [Fact]
    public void Every_address_knows_its_parameters_and_no_other()
    {
        var known = Mapped().Where(e => AskedParameters.Of(e).Count > 0)
            .ToDictionary(
                e => $"{e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {e.RoutePattern.RawText}",
                e => string.Join(' ', AskedParameters.Of(e)),
                StringComparer.Ordinal);

        Assert.Equal("from to indicator member format includeDeleted", known["GET /api/communities/{siren}/mutualisations/{id}/values"]);
        Assert.Equal(
            "strategy mode dryRun source period sheet reason answer", known["POST /api/communities/{siren}/mutualisations/{id}/values"]);
        Assert.Equal("from to action after", known["GET /api/communities/{siren}/audit"]);
        Assert.Equal("year q verdict form state sort", known["GET /portal/communities/{siren}"]);
        Assert.Equal("v", known["GET /portal/style.css"]);
        Assert.DoesNotContain("GET /api/communities/{siren}", known.Keys);
    }

    [Fact]
    public async Task Every_address_refuses_a_parameter_that_it_does_not_know_and_one_given_twice()
    {
        var service = await DeclareAsync(running.Http);
        foreach (var endpoint in Mapped().Where(e => e.Metadata.GetMetadata<RightAsked>()!.Right != Right.None && e.Order < int.MaxValue))
        {
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            var address = AddressOf(endpoint, service);
            Assert.Equal("parameter.unknown", await CodeAsync(method, $"{address}?essai=1"));
            foreach (var name in AskedParameters.Of(endpoint))
            {
                Assert.Equal("parameter.repeated", await CodeAsync(method, $"{address}?{name}=1&{name}=1"));
            }
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("201")]
    [InlineData("")]
    [InlineData("1.5")]
    public async Task A_page_holds_from_one_to_two_hundred_lines(string limit)
    {
        using var answer = await running.Http.GetAsync($"/api/runs?limit={limit}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("limit.unknown", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("collect")]
    [InlineData("review")]
    [InlineData("remind")]
    public async Task What_would_be_run_is_told_and_not_run(string job)
    {
        var service = await DeclareAsync(running.Http);
        using var answer = await running.Http.PostAsync(
            "/api/runs?dryRun=true", new StringContent($$"""{"job":"{{job}}"}""", Encoding.UTF8, "application/json"), Cancellation);

        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var operations = told.GetProperty("operations").EnumerateArray().Select(o => o.GetString()!).ToList();
        Assert.Equal(operations.Count, told.GetProperty("due").GetInt32());
        Assert.Equal(job != "collect", operations.Exists(o => o.Contains(service.Siren, StringComparison.Ordinal)));
        foreach (var operation in operations.Where(o => o.Contains(service.Siren, StringComparison.Ordinal)))
        {
            using var there = await running.Http.GetAsync($"/api/operations/{operation}", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, there.StatusCode);
        }
    }

    private async Task<string?> CodeAsync(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is "POST" or "PUT")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using var answer = await running.Http.SendAsync(request, Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {address}: {answer.StatusCode} {body}");
        return address.StartsWith("/portal", StringComparison.Ordinal)
            ? body.Contains("fois", StringComparison.Ordinal) ? "parameter.repeated" : "parameter.unknown"
            : JsonDocument.Parse(body).RootElement.GetProperty("code").GetString();
    }

    private static string AddressOf(RouteEndpoint endpoint, GivenService service) => endpoint.RoutePattern.Parameters.Aggregate(
        endpoint.RoutePattern.RawText!,
        (address, p) => address.Replace(p.IsCatchAll ? $"{{**{p.Name}}}" : $"{{{p.Name}}}", p.Name switch
        {
            "siren" => service.Siren,
            "id" => "ads",
            "year" => "2025",
            "period" => Month,
            _ => "x",
        }, StringComparison.Ordinal));

    private static IReadOnlyList<RouteEndpoint> Mapped() => MappedEndpoints.Of(isLocal: true);
}
