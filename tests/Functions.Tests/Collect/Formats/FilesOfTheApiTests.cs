using System.Net;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using static Evaluation.Functions.Tests.Collect.Formats.GivenFiles;

namespace Evaluation.Functions.Tests.Collect.Formats;

/// <summary>The files that the API gives are files that it takes.</summary>
public sealed class FilesOfTheApiTests(RunningApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_CSV_of_values_imports_back_unchanged()
    {
        var service = await GivenService.DeclareAsync(app.Http);
        using var pushed = await service.PushAsync("""
            {"source":"essai","values":[
            {"indicator":"ADS-01","member":"38185","period":"2025-03","value":"42","status":"provisional","quality":"estimated","comment":"=1+1; \"dit\"\n-2"},
            {"indicator":"ADS-03","member":"38151","period":"2025-02","value":"1234.5","comment":"-3 agents"},
            {"indicator":"ADS-02","member":"38185","period":"2025-01","value":"0"}]}
            """);
        pushed.EnsureSuccessStatusCode();

        var csv = await app.Http.GetByteArrayAsync($"{service.Address}/values?from=2025&to=2025&format=csv", Cancellation);

        Assert.Equal(
            [
                "ADS-01 213801855 2025-03 42 provisional estimated =1+1; \"dit\"\n-2",
                "ADS-02 213801855 2025-01 0 final measured -",
                "ADS-03 213801517 2025-02 1234.5 final measured -3 agents",
            ],
            Rows(Csv(csv)));
    }

    [Fact]
    public async Task The_template_holds_what_is_known_and_says_for_whom_it_is()
    {
        var service = await GivenService.DeclareAsync(app.Http);
        using var pushed = await service.PushAsync(GivenService.Body("ADS-01 38185 2025-03 42"));
        pushed.EnsureSuccessStatusCode();

        using var answer = await app.Http.GetAsync($"{service.Address}/template.xlsx?period=2025-03", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(MediaTypes.Xlsx, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("modele-ads-2025-03.xlsx", answer.Content.Headers.ContentDisposition?.FileName);
        var read = SubmissionFormats.Read(Xlsx(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
        Assert.Equal(["ADS-01 213801855 2025-03 42 final measured -"], read.Rows.Select(Text));
        Assert.Equal((service.Siren, "ads", "2025-03"), (read.Template!.Community, read.Template.Mutualisation, read.Template.Period));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "period.invalid")]
    [InlineData("?period=mars", HttpStatusCode.BadRequest, "period.invalid")]
    [InlineData("?period=2005", HttpStatusCode.UnprocessableEntity, "template.empty")]
    public async Task A_template_of_no_period_is_refused(string query, HttpStatusCode status, string code)
    {
        var service = await GivenService.DeclareAsync(app.Http);

        using var answer = await app.Http.GetAsync($"{service.Address}/template.xlsx{query}", Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
