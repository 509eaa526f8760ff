using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Evaluation.Functions.Tests.Administer.Rights;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>The page of deposits of a service, as a browser uses it in the name of a person.</summary>
internal sealed class DepositPage(HostedPeople people, GivenService service)
{
    public string Address { get; } = $"/portal/communities/{service.Siren}/mutualisations/ads/deposit";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Any page, or any file of the API.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address, string role = "serviceHead")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, role, "same-origin");
    }

    /// <summary>Sends the form with a file.</summary>
    public Task<HttpResponseMessage> SendAsync(
        string action, string name, byte[] file, string reason = "", string role = "serviceHead", string site = "same-origin") =>
        PostAsync(Form(action, reason, name, new ByteArrayContent(file)), role, site);

    /// <summary>Sends the form with a file of text.</summary>
    public Task<HttpResponseMessage> SendAsync(string action, string name, string text) =>
        SendAsync(action, name, Encoding.UTF8.GetBytes(text));

    public async Task<HttpResponseMessage> PostAsync(HttpContent body, string role = "serviceHead", string site = "same-origin")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = body };
        return await SendAsync(request, role, site);
    }

    /// <summary>The page that an answer is, or leads to.</summary>
    public async Task<IDocument> PageAsync(HttpResponseMessage answer)
    {
        using var page = answer.Headers.Location is { } next ? await GetAsync(next.OriginalString) : null;
        return await new HtmlParser().ParseDocumentAsync(await (page ?? answer).Content.ReadAsStringAsync(Cancellation), Cancellation);
    }

    /// <summary>How many submissions there are, and how many values: what a check leaves as it was.</summary>
    public async Task<(int Submissions, int Values)> KeptAsync() => (
        (await service.GetAsync($"{service.Address}/submissions")).GetProperty("submissions").GetArrayLength(),
        (await service.ValuesAsync()).Length);

    /// <summary>The form as browsers send it.</summary>
    public static MultipartFormDataContent Form(string action, string reason, string name, ByteArrayContent file)
    {
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent();
        if (name.Length > 0)
        {
            form.Add(file, "file", name);
        }
        else
        {
            // What a browser sends when nothing was chosen.
            file.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"file\"; filename=\"\"");
            form.Add(file);
        }

        form.Add(new StringContent(reason), "reason");
        form.Add(new StringContent(action), "action");
        return form;
    }

    public static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string role, string site)
    {
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal(RightsTable.ClaimOf(role, service.Siren)));
        request.Headers.Add("Sec-Fetch-Site", site);
        return await people.Http.SendAsync(request, Cancellation);
    }
}
