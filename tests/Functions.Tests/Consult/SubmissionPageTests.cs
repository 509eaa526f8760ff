using System.Net;
using AngleSharp.Html.Parser;
using Evaluation.Functions.Store;
using Evaluation.Functions.Tests.Collect;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Consult;

/// <summary>The page where the head of a service sees what was refused and why.</summary>
public sealed class SubmissionPageTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refused_rows_are_shown_with_what_to_correct_and_nothing_of_a_hostile_input_runs()
    {
        var service = await DeclareAsync(running.Http);
        var answer = await service.PushedAsync(
            $$"""
            {"source":"essai <b>gras</b>","period":"2025-03","values":[
            {"indicator":"ADS-01","member":"{{Grenoble}}","value":"42"},
            {"indicator":"<script>alert(1)</script>","value":"1"},
            {"indicator":"ADS-06","member":"{{Grenoble}}","value":"93.7"}]}
            """);
        var id = answer.GetProperty("submissionId").GetString();

        var html = await running.Http.GetStringAsync(
            $"/portal/communities/{service.Siren}/mutualisations/ads/submissions/{id}", Cancellation);

        var page = await new HtmlParser().ParseDocumentAsync(html, Cancellation);
        Assert.Empty(page.QuerySelectorAll("script, main b"));
        var rows = page.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("<script>alert(1)</script>", rows[0], StringComparison.Ordinal);
        Assert.Contains("transmettez ADS-05 et ADS-02", rows[1], StringComparison.Ordinal);
        Assert.Contains("Grenoble", rows[1], StringComparison.Ordinal);
        Assert.Contains("mars 2025", rows[1], StringComparison.Ordinal);
        Assert.Contains("Les autres sont gardées.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"submissionId\":")]
    [InlineData(null)]
    public async Task A_submission_of_which_the_journal_is_damaged_says_so_on_its_page_and_over_the_API(string? content)
    {
        var service = await DeclareAsync(running.Http);
        var answer = await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));
        var id = answer.GetProperty("submissionId").GetString()!;
        await new IntakeBench(running.Storage, service).DamageAsync(0, SubmissionPart.Answer, content, Cancellation);

        var html = await running.Http.GetStringAsync(
            $"/portal/communities/{service.Siren}/mutualisations/ads/submissions/{id}", Cancellation);
        using var api = await running.Http.GetAsync($"{service.Address}/submissions/{id}", Cancellation);
        using var ofService = await running.Http.GetAsync($"/portal/communities/{service.Siren}/mutualisations/ads", Cancellation);

        var page = await new HtmlParser().ParseDocumentAsync(html, Cancellation);
        Assert.Contains("ne se lit plus", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ligne reçue", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.Conflict, api.StatusCode);
        var problem = await api.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("submission.damaged", problem, StringComparison.Ordinal);
        Assert.Contains(id, problem, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, ofService.StatusCode);
    }

    [Fact]
    public async Task A_submission_that_is_not_there_is_a_404()
    {
        var service = await DeclareAsync(running.Http);

        using var answer = await running.Http.GetAsync(
            $"/portal/communities/{service.Siren}/mutualisations/ads/submissions/20250101T000000000-000000000000", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
