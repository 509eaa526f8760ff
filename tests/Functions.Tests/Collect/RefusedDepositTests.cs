using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Collect.Formats;
using static Evaluation.Functions.Tests.Collect.DepositPage;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>A file that is refused as a whole: told beside the form, with what to do, and nothing is kept.</summary>
[Collection(Hosted.Name)]
public sealed class RefusedDepositTests(HostedPeople people)
{
    private const string Sound = "Indicateur;Membre;Période;Valeur\nADS-01;38185;2025-03;42\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, string, int, string> Refused => new()
    {
        { "no file", "deposit", "", "", 400, "Aucun fichier n’a été choisi" },
        { "an empty file", "deposit", "mars.xlsx", "", 400, "Ce fichier est vide" },
        { "another format", "deposit", "mars.pdf", "%PDF-1.7", 415, "ni un classeur Excel ni un fichier CSV" },
        { "JSON, which is for programs", "deposit", "mars.json", """{"source":"a","values":[]}""", 415, "ni un classeur Excel ni un fichier CSV" },
        { "no workbook", "deposit", "mars.xlsx", "rien", 400, "n’est pas un classeur lisible" },
        { "another zip under the name of CSV", "check", "mars.csv", "PK\u0003\u0004rien", 400, "n’est pas un classeur lisible" },
        { "no column of values", "check", "mars.csv", "Indicateur;Membre\nADS-01;38185\n", 400, "n’a pas de colonne" },
        { "a column that is not known", "check", "mars.csv", "Indicateur;Valeur;<b>\nADS-01;1;2\n", 400, "n’est pas connue" },
        { "headers alone", "deposit", "mars.csv", "Indicateur;Membre;Période;Valeur\n", 400, "ne contient aucune valeur" },
        { "CSV to be annotated", "annotate", "mars.csv", Sound, 400, "Seul un classeur Excel peut être rendu annoté" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_cannot_be_taken_is_told_on_the_page(string what, string action, string name, string text, int status, string words)
    {
        var page = await OpenAsync();

        using var answer = await page.SendAsync(action, name, text);

        Assert.Equal((what, status), (what, (int)answer.StatusCode));
        await ToldAsync(page, answer, words);
    }

    [Fact]
    public async Task An_old_workbook_or_one_with_a_password_is_told_from_another_file()
    {
        var page = await OpenAsync();

        using var answer = await page.SendAsync("deposit", "mars.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await ToldAsync(page, answer, "protégé par un mot de passe ou d’un ancien format");
    }

    [Fact]
    public async Task The_template_of_another_service_is_refused()
    {
        var other = await DeclareAsync(people.Open);
        var template = await people.Open.GetByteArrayAsync($"{other.Address}/template.xlsx?period=2025-03", Cancellation);
        var page = await OpenAsync();

        using var answer = await page.SendAsync("deposit", "mars.xlsx", TemplateTests.Filled(template, "42"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await ToldAsync(page, answer, "a été préparé pour un autre service");
    }

    [Fact]
    public async Task Too_many_lines_are_refused()
    {
        var page = await OpenAsync();

        using var answer = await page.SendAsync("deposit", "mars.csv", "indicateur;valeur\n" + string.Concat(Enumerable.Repeat("ADS-01;1\n", 10_001)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        await ToldAsync(page, answer, "Cet envoi dépasse 10 000 lignes");
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_on_the_page_and_one_at_the_limit_is_read()
    {
        var page = await OpenAsync();
        var file = new byte[10 * 1024 * 1024];
        Array.Fill(file, (byte)'\n');
        Encoding.UTF8.GetBytes(Sound).CopyTo(file, 0);

        using var read = await page.SendAsync("check", "mars.csv", file);
        using var refused = await page.SendAsync("deposit", "mars.csv", [.. file, .. file]);

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        await ToldAsync(page, refused, "Ce fichier dépasse 10 Mo");
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_refused_and_need_not_be_typed_again()
    {
        var page = await OpenAsync();
        var reason = new string('é', 501);

        using var answer = await page.SendAsync("deposit", "mars.csv", Encoding.UTF8.GetBytes(Sound), reason);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(reason, (await page.PageAsync(answer)).QuerySelector("#reason")!.GetAttribute("value"));
        await ToldAsync(page, answer, "Le motif dépasse 500 caractères");
    }

    [Fact]
    public async Task Without_a_button_that_is_known_nothing_is_kept()
    {
        var page = await OpenAsync();

        using var answer = await page.SendAsync("autre", "mars.csv", Sound);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((0, 0), await page.KeptAsync());
    }

    [Fact]
    public async Task A_name_is_shown_as_text_whatever_it_holds()
    {
        var page = await OpenAsync();

        using var answer = await page.SendAsync("check", "<b>mars\u202E</b>.csv", Sound);
        var told = await page.PageAsync(answer);

        Assert.Contains("« b>.csv »", Plain(told.QuerySelector("#verification + p")!.TextContent), StringComparison.Ordinal);
        Assert.Empty(told.QuerySelectorAll("section b"));
    }

    [Theory]
    [InlineData("application/json", "{}", 415)]
    [InlineData("application/x-www-form-urlencoded", "action=deposit", 415)]
    [InlineData("multipart/form-data", "--x\r\n", 400)]
    [InlineData("multipart/form-data; boundary=x", "", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nIndicateur", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"autre\"\r\n\r\na\r\n--x--\r\n", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n\r\na\r\n--x--\r\n", 400)]
    public async Task What_is_no_such_form_is_refused(string type, string body, int status)
    {
        var page = await OpenAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await page.PostAsync(content);

        Assert.Equal(status, (int)answer.StatusCode);
        await ToldAsync(page, answer, "");
    }

    [Fact]
    public async Task A_form_of_many_parts_or_endless_fields_is_refused()
    {
        var page = await OpenAsync();
        using var many = Form("deposit", "", "mars.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(Sound)));
        many.Add(new StringContent(""), "reason");
        using var endless = Form("deposit", new string('a', 5000), "mars.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(Sound)));

        using var first = await page.PostAsync(many);
        using var second = await page.PostAsync(endless);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (first.StatusCode, second.StatusCode));
        Assert.Equal((0, 0), await page.KeptAsync());
    }

    [Fact]
    public async Task Two_files_at_once_are_refused_and_none_is_kept()
    {
        var page = await OpenAsync();
        using var both = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Sound)), "file", "mars.csv" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Sound.Replace("2025-03", "2025-04", StringComparison.Ordinal))), "file", "avril.csv" },
            { new StringContent("deposit"), "action" },
        };

        using var answer = await page.PostAsync(both);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await ToldAsync(page, answer, "Plusieurs fichiers sont arrivés ensemble : déposez-les l’un après l’autre.");
        Assert.Equal((0, 0), await page.KeptAsync());
    }

    private async Task<DepositPage> OpenAsync() => new(people, await DeclareAsync(people.Open));

    private static async Task ToldAsync(DepositPage page, HttpResponseMessage answer, string words)
    {
        var told = await page.PageAsync(answer);
        var message = Plain(told.QuerySelector(".msg-bad[role=alert]")!.TextContent);
        Assert.StartsWith("Rien n’a été gardé. ", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.NotNull(told.QuerySelector("form[method=post] input[type=file]"));
        Assert.Empty(told.QuerySelectorAll(".msg b b, script"));
        Assert.Equal((0, 0), await page.KeptAsync());
    }
}
