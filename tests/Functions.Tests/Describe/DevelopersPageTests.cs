using System.Text;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;

namespace Evaluation.Functions.Tests.Describe;

/// <summary>The pages for who writes programs show what the description says.</summary>
public sealed class DevelopersPageTests(RunningApp running)
{
    private const string Address = "/portal/developers";
    private const int Longest = 300_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_is_listed_and_its_link_leads_to_it()
    {
        var described = JsonNode.Parse(MappedDescription.Json)!;
        var operations = described["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(o => (Name: $"{o.Key.ToUpperInvariant()} {path.Key}", Id: o.Value!["operationId"]!.GetValue<string>())))
            .ToList();
        var index = await PageAsync(Address);
        var links = index.QuerySelectorAll(".todo a").ToDictionary(a => a.TextContent, a => a.GetAttribute("href")!, StringComparer.Ordinal);

        Assert.Equal(operations.Select(o => o.Name).Order(StringComparer.Ordinal), links.Keys.Order(StringComparer.Ordinal));
        foreach (var subject in described["tags"]!.AsArray().Select(tag => tag!["name"]!.GetValue<string>()))
        {
            var page = await PageAsync($"{Address}/{subject}");
            var here = operations.Where(o => links[o.Name].StartsWith($"{Address}/{subject}#", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(here);
            Assert.All(here, o => Assert.Equal(o.Name, page.GetElementById(o.Id)!.TextContent));
            Assert.All(
                page.QuerySelectorAll("main a[href^='#']").Select(a => a.GetAttribute("href")![1..]), at => Assert.NotNull(page.GetElementById(at)));
        }
    }

    [Fact]
    public async Task An_operation_is_told_with_its_parameters_a_call_to_copy_and_its_codes()
    {
        var page = await PageAsync($"{Address}/close");
        var operation = page.GetElementById("periods_approve")!.Closest("section")!;

        Assert.Contains("curl -X POST \"$SITE/api/communities/200040715/mutualisations/ads/periods/2025-03/approval\"", operation.TextContent, StringComparison.Ordinal);
        Assert.Contains("-d '{\"step\":\"…\",\"reason\":\"…\"}'", operation.TextContent, StringComparison.Ordinal);
        Assert.Equal(["siren", "id", "period"], operation.QuerySelector("dl")!.QuerySelectorAll("dt").Select(dt => dt.TextContent));
        var code = Assert.Single(operation.QuerySelectorAll("details a"), a => a.TextContent == "approval.order");
        var codes = await PageAsync($"{Address}/codes");
        Assert.Contains("409", codes.GetElementById(code.GetAttribute("href")!.Split('#')[1])!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_leads_there() => Assert.Contains(
        (await PageAsync("/portal/help")).QuerySelectorAll("main a"), a => a.GetAttribute("href") == Address);

    [Fact]
    public async Task A_subject_that_there_is_not_is_a_404()
    {
        using var answer = await running.Http.GetAsync($"{Address}/inconnu", Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<IDocument> PageAsync(string address)
    {
        var html = await running.Http.GetStringAsync(address, Cancellation);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1000, Longest);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html), Cancellation);
    }
}
