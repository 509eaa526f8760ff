using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Storage.Blobs;
using Evaluation.Functions.Store;
using SkiaSharp;

namespace Evaluation.Functions.Tests.Report;

/// <content>Pictures of a published version.</content>
public sealed partial class PublicationTests
{
    [Fact]
    public async Task A_picture_is_drawn_when_first_asked_for_and_kept()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        var address = $"{service.Address}/reports/annual/2025/v1/charts/activite-membres.png";
        var blob = KeptAt(service, "activite-membres.png");
        Assert.False(await blob.ExistsAsync(Cancellation));

        var first = await running.Http.GetByteArrayAsync(address, Cancellation);
        var kept = (await blob.DownloadContentAsync(Cancellation)).Value;
        var second = await running.Http.GetByteArrayAsync(address, Cancellation);

        Assert.Equal("image/png", kept.Details.ContentType);
        Assert.Equal(first, kept.Content.ToArray());
        Assert.Equal(first, second);

        // What is kept is what is given, not a new drawing.
        byte[] other = [0x89, .. "PNG"u8];
        await blob.UploadAsync(BinaryData.FromBytes(other), overwrite: true, Cancellation);
        Assert.Equal(other, await running.Http.GetByteArrayAsync(address, Cancellation));
    }

    [Fact]
    public async Task Who_asks_at_the_same_time_gets_the_same_picture()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));

        var pictures = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => running.Http.GetByteArrayAsync(
            $"{service.Address}/reports/annual/2025/v1/charts/usage-montant.png", Cancellation)));

        Assert.All(pictures, picture => Assert.Equal(pictures[0], picture));
    }

    [Fact]
    public async Task Every_chart_of_a_version_has_its_picture_in_the_list_and_each_can_be_had_in_both_frames()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));

        var report = Assert.Single((await ReportsAsync(service)).EnumerateArray());
        var files = report.GetProperty("files").EnumerateArray().Select(f => f.GetString()!).ToList();
        var pictures = files.Where(f => f.EndsWith(".png", StringComparison.Ordinal)).ToList();

        Assert.Contains("charts/activite-mois.png", pictures);
        Assert.Contains("charts/usage-montant.png", pictures);
        Assert.All(files.Where(f => f.EndsWith(".svg", StringComparison.Ordinal)), f => Assert.Contains(
            Path.ChangeExtension(f, ".png"), pictures));
        foreach (var picture in pictures)
        {
            Assert.Equal(768, (await SizeAsync($"{report.GetProperty("address")}/{picture}")).Width);
            Assert.Equal((1920, 1080), await SizeAsync($"{report.GetProperty("address")}/{picture}?frame=slide"));
        }
    }

    [Fact]
    public async Task A_picture_shows_what_its_version_said_whatever_came_later()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        var before = await running.Http.GetByteArrayAsync($"{service.Address}/reports/annual/2025/v1/charts/activite.png", Cancellation);
        await KeptAt(service, "activite.png").DeleteAsync(cancellationToken: Cancellation);

        await service.PushedAsync(GivenService.Body($"ADS-01 {GivenService.Grenoble} 2025-12 99"));
        await BuildAsync(await AskAsync(service));

        var after = await running.Http.GetByteArrayAsync($"{service.Address}/reports/annual/2025/v1/charts/activite.png", Cancellation);
        var newer = await running.Http.GetByteArrayAsync($"{service.Address}/reports/annual/2025/v2/charts/activite.png", Cancellation);
        Assert.Equal(before, after);
        Assert.NotEqual(before, newer);
    }

    [Fact]
    public async Task A_reader_who_has_a_picture_does_not_download_it_again()
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));
        var address = $"{service.Address}/reports/annual/2025/latest/charts/activite.png";

        using var first = await running.Http.GetAsync(address, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        using var second = await running.Http.SendAsync(request, Cancellation);

        Assert.Equal("image/png", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("charts/nope.png", 404, "report.unknown")]
    [InlineData("charts/activite.slide.png", 404, "report.unknown")]
    [InlineData("charts/.png", 404, "report.unknown")]
    [InlineData("charts/..%2freport.png", 404, "report.unknown")]
    [InlineData("report.png", 404, "report.unknown")]
    [InlineData("charts/activite.png?frame=poster", 400, "frame.unknown")]
    [InlineData("charts/activite.svg?frame=slide", 400, "parameter.unknown")]
    [InlineData("report.html?frame=", 400, "parameter.unknown")]
    [InlineData("report.docx?frame=slide", 400, "parameter.unknown")]
    public async Task A_picture_that_cannot_be_is_refused(string file, int status, string code)
    {
        var service = await FilledAsync();
        await BuildAsync(await AskAsync(service));

        using var answer = await running.Http.GetAsync($"{service.Address}/reports/annual/2025/v1/{file}", Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_page_of_a_service_links_to_the_pictures_of_the_last_report_of_the_year()
    {
        var service = await FilledAsync();
        var page = $"/portal/communities/{service.Siren}/mutualisations/ads?year=2025";
        Assert.DoesNotContain("charts/", await running.Http.GetStringAsync(page, Cancellation), StringComparison.Ordinal);

        await BuildAsync(await AskAsync(service));

        var html = await running.Http.GetStringAsync(page, Cancellation);
        var address = $"/portal/communities/{service.Siren}/mutualisations/ads/reports/annual/2025/v1/charts/activite.png";
        Assert.Contains($"href=\"{address}\"", html, StringComparison.Ordinal);
        Assert.Contains("Image PNG du rapport, version\u00A01", html, StringComparison.Ordinal);
        Assert.Equal((1920, 1080), await SizeAsync($"{address}?frame=slide"));
        Assert.DoesNotContain("frame=slide", await running.Http.GetStringAsync(page.Replace("2025", "2024", StringComparison.Ordinal), Cancellation), StringComparison.Ordinal);
    }

    private BlobClient KeptAt(GivenService service, string name) =>
        new BlobContainerClient(running.Storage, StorageNames.ReportsContainer)
            .GetBlobClient($"{service.Siren}/ads/annual/2025/v1/charts/{name}");

    private async Task<(int Width, int Height)> SizeAsync(string address)
    {
        using var picture = SKBitmap.Decode(await running.Http.GetByteArrayAsync(address, Cancellation));
        return (picture.Width, picture.Height);
    }
}
