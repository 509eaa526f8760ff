using System.Text.RegularExpressions;
using Evaluation.Functions.Callers;

namespace Evaluation.Functions.Tests.Administer.Rights;

/// <summary>Who gets which answer: 401 not known, 404 not seen, 403 seen and not allowed.</summary>
[Collection(Hosted.Name)]
public sealed partial class AdmissionTests(HostedPeople people)
{
    private const string Nowhere = "200040715";

    private static readonly (Right Right, HttpMethod Method, string Address)[] Addresses =
    [
        (Right.Known, HttpMethod.Get, "/api/catalogue"),
        (Right.Known, HttpMethod.Get, "/api/communities"),
        (Right.Known, HttpMethod.Get, "/api/communities/{siren}/mutualisations"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}"),
        (Right.Administer, HttpMethod.Put, "/api/communities/{siren}"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads"),
        (Right.Administer, HttpMethod.Put, "/api/communities/{siren}/mutualisations/ads"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/costs/2025"),
        (Right.KeepAccounts, HttpMethod.Put, "/api/communities/{siren}/mutualisations/ads/costs/2025"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/baseline"),
        (Right.KeepAccounts, HttpMethod.Put, "/api/communities/{siren}/mutualisations/ads/baseline"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/years/2025/settlement"),
        (Right.Settle, HttpMethod.Put, "/api/communities/{siren}/mutualisations/ads/years/2025/settlement"),
        (Right.Direct, HttpMethod.Delete, "/api/communities/{siren}/mutualisations/ads/years/2025/settlement"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/years/2025/calls"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/years/2025/calls/proposed"),
        (Right.KeepAccounts, HttpMethod.Post, "/api/communities/{siren}/mutualisations/ads/years/2025/calls/proposed"),
        (Right.KeepAccounts, HttpMethod.Put, "/api/communities/{siren}/mutualisations/ads/years/2025/calls/x/state"),
        (Right.Read, HttpMethod.Get, "/portal/communities/{siren}/mutualisations/ads/accounts/2025"),
        (Right.Settle, HttpMethod.Post, "/portal/communities/{siren}/mutualisations/ads/accounts/2025/settlement"),
        (Right.Direct, HttpMethod.Post, "/portal/communities/{siren}/mutualisations/ads/accounts/2025/openings"),
        (Right.KeepAccounts, HttpMethod.Post, "/portal/communities/{siren}/mutualisations/ads/accounts/2025/calls/proposed"),
        (Right.KeepAccounts, HttpMethod.Post, "/portal/communities/{siren}/mutualisations/ads/accounts/2025/calls/x/state"),
        (Right.Push, HttpMethod.Post, "/api/communities/{siren}/mutualisations/ads/values"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/values"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/submissions"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/submissions/x"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/evaluation"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/allocation"),
        (Right.Read, HttpMethod.Post, "/api/communities/{siren}/mutualisations/ads/scenarios"),
        (Right.Direct, HttpMethod.Post, "/api/communities/{siren}/mutualisations/ads/reports"),
        (Right.ReadPublished, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/reports"),
        (Right.ReadPublished, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/reports/annual/2025/latest/report.html"),
        (Right.ReadPublished, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/reports/annual/2025/latest/charts/activite.svg"),
        (Right.ReadPublished, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/reports/annual/2025/latest/charts/activite.png"),
        (Right.Direct, HttpMethod.Post, "/api/communities/{siren}/mutualisations/ads/reports/annual/2025/v1/validation"),
        (Right.Direct, HttpMethod.Post, "/api/communities/{siren}/mutualisations/ads/reports/annual/2025/v1/transmission"),
        (Right.Direct, HttpMethod.Post, "/api/communities/{siren}/reports"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/reports"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/reports/budgetDebate/2025/latest/report.html"),
        (Right.Read, HttpMethod.Get, "/portal/communities/{siren}/reports/budgetDebate/2025/latest/report.html"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/decisions/2025"),
        (Right.Direct, HttpMethod.Put, "/api/communities/{siren}/mutualisations/ads/decisions/2025"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/units"),
        (Right.ReadMember, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/members/213800576/units/2025-Q2"),
        (Right.ReadMember, HttpMethod.Get, "/api/communities/{siren}/mutualisations/ads/members/38057/units/2025-Q2"),
        (Right.Confirm, HttpMethod.Put, "/api/communities/{siren}/mutualisations/ads/members/213800576/units/2025-Q2"),
        (Right.Approve, HttpMethod.Post, "/api/communities/{siren}/mutualisations/ads/members/213800576/units/2025-Q2/reply"),
        (Right.ReadMember, HttpMethod.Get, "/api/communities/{siren}/members/213800576/statement"),
        (Right.ReadMember, HttpMethod.Get, "/api/communities/{siren}/members/38057/statement"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/statements"),
        (Right.ReadMember, HttpMethod.Get, "/api/communities/{siren}/members/213800576/reports"),
        (Right.ReadMember, HttpMethod.Get, "/api/communities/{siren}/members/213800576/reports/memberStatement/2025/latest/report.html"),
        (Right.ReadMember, HttpMethod.Get, "/api/communities/{siren}/members/38057/reports/memberStatement/2025/v1/report.docx"),
        (Right.ReadMember, HttpMethod.Get, "/portal/communities/{siren}/members/213800576/reports/memberStatement/2025/latest/report.html"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/reports/memberStatement/2025"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/charges"),
        (Right.Read, HttpMethod.Get, "/api/communities/{siren}/subscriptions"),
        (Right.Direct, HttpMethod.Post, "/api/communities/{siren}/subscriptions"),
        (Right.Direct, HttpMethod.Delete, "/api/communities/{siren}/subscriptions/x"),
        (Right.ReadMember, HttpMethod.Get, "/api/communities/{siren}/members/213800576/subscriptions"),
        (Right.Confirm, HttpMethod.Post, "/api/communities/{siren}/members/213800576/subscriptions"),
        (Right.Confirm, HttpMethod.Delete, "/api/communities/{siren}/members/213800576/subscriptions/x"),
        (Right.Read, HttpMethod.Get, "/portal/communities/{siren}/subscriptions"),
        (Right.Direct, HttpMethod.Post, "/portal/communities/{siren}/subscriptions"),
        (Right.Direct, HttpMethod.Post, "/portal/communities/{siren}/subscriptions/x/removal"),
        (Right.ReadMember, HttpMethod.Get, "/portal/communities/{siren}/members/213800576/subscriptions"),
        (Right.Confirm, HttpMethod.Post, "/portal/communities/{siren}/members/213800576/subscriptions"),
        (Right.Confirm, HttpMethod.Post, "/portal/communities/{siren}/members/213800576/subscriptions/x/removal"),
        (Right.ReadMember, HttpMethod.Get, "/portal/communities/{siren}/members/213800576"),
        (Right.Read, HttpMethod.Get, "/portal/communities/{siren}/mutualisations/ads/units"),
        (Right.Confirm, HttpMethod.Post, "/portal/communities/{siren}/mutualisations/ads/members/213800576/units/2025-Q2"),
        (Right.Approve, HttpMethod.Post, "/portal/communities/{siren}/mutualisations/ads/members/213800576/units/2025-Q2/reply"),
        (Right.Administer, HttpMethod.Post, "/api/communities/{siren}/keys"),
        (Right.Administer, HttpMethod.Get, "/api/communities/{siren}/keys"),
        (Right.Administer, HttpMethod.Post, "/api/communities/{siren}/keys/0/rotation"),
        (Right.Administer, HttpMethod.Delete, "/api/communities/{siren}/keys/0"),
        (Right.Administer, HttpMethod.Get, "/api/communities/{siren}/audit"),
        (Right.Administer, HttpMethod.Get, "/api/communities/{siren}/audit/verification"),
        (Right.Administer, HttpMethod.Get, "/api/audit"),
        (Right.Administer, HttpMethod.Post, "/api/runs"),
        (Right.Known, HttpMethod.Get, "/portal"),
        (Right.Known, HttpMethod.Get, "/portal/help"),
        (Right.Known, HttpMethod.Get, "/portal/developers"),
        (Right.Known, HttpMethod.Get, "/portal/developers/codes"),
        (Right.Known, HttpMethod.Get, "/portal/developers/send"),
        (Right.Known, HttpMethod.Get, "/portal/communities/{siren}"),
        (Right.Read, HttpMethod.Get, "/portal/communities/{siren}/mutualisations/ads"),
        (Right.Read, HttpMethod.Get, "/portal/communities/{siren}/mutualisations/ads/submissions/x"),
        (Right.Push, HttpMethod.Get, "/portal/communities/{siren}/mutualisations/ads/deposit"),
        (Right.Push, HttpMethod.Post, "/portal/communities/{siren}/mutualisations/ads/deposit"),
        (Right.ReadPublished, HttpMethod.Get, "/portal/communities/{siren}/mutualisations/ads/reports/annual/2025/latest/report.html"),
        (Right.ReadPublished, HttpMethod.Get, "/portal/communities/{siren}/mutualisations/ads/reports/annual/2025/latest/charts/activite.svg"),
        (Right.ReadPublished, HttpMethod.Get, "/portal/communities/{siren}/mutualisations/ads/reports/annual/2025/latest/charts/activite.png"),
    ];

    [Theory]
    [InlineData("admin")]
    [InlineData("director")]
    [InlineData("serviceHead")]
    [InlineData("accountant")]
    [InlineData("commune")]
    public async Task A_role_passes_where_the_table_says_and_is_refused_elsewhere(string role)
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var claim = RightsTable.ClaimOf(role, service.Siren);

        foreach (var (right, method, address) in Addresses)
        {
            // No body: who passes gets 415 or the like, and nothing is changed.
            var (status, body) = await people.AskAsync(
                method, address.Replace("{siren}", service.Siren, StringComparison.Ordinal), null, null, claim);
            var passes = RightsTable.ByRole[role].Contains(right);
            Assert.True(passes ? status is not (401 or 403) : status == 403, $"{role} {method} {address}: {status} {body}");
        }
    }

    [Theory]
    [InlineData("director")]
    [InlineData("serviceHead")]
    [InlineData("accountant")]
    [InlineData("commune")]
    public async Task Another_community_answers_as_one_that_does_not_exist(string role)
    {
        var own = await GivenService.DeclareAsync(people.Open);
        var other = await GivenService.DeclareAsync(people.Open);
        var claim = RightsTable.ClaimOf(role, own.Siren);

        foreach (var (_, method, address) in Addresses.Where(a => a.Address.Contains("{siren}", StringComparison.Ordinal)))
        {
            var there = await people.AskAsync(method, address.Replace("{siren}", other.Siren, StringComparison.Ordinal), null, null, claim);
            var nowhere = await people.AskAsync(method, address.Replace("{siren}", Nowhere, StringComparison.Ordinal), null, null, claim);
            var nothing = await people.AskAsync(method, address.Replace("{siren}", "x", StringComparison.Ordinal), null, null, claim);
            Assert.Equal(404, there.Status);
            Assert.Equal(Bare(nowhere), Bare(there));
            Assert.Equal(Bare(nowhere), Bare(nothing));
        }
    }

    [Theory]
    [InlineData("serviceHead:{siren}/ads")]
    [InlineData("commune:{siren}/213800576")]
    public async Task Another_service_answers_as_one_that_does_not_exist(string claim)
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var withoutBresson = GivenService.MutualisationDocument()
            .Replace(""",{"member":"38057","from":"2025-04-01"}""", "", StringComparison.Ordinal);
        await service.PutAsync($"{service.Community}/mutualisations/voirie", withoutBresson);
        claim = claim.Replace("{siren}", service.Siren, StringComparison.Ordinal);

        foreach (var (_, method, address) in Addresses.Where(a => a.Address.Contains("/ads", StringComparison.Ordinal)))
        {
            var of = address.Replace("{siren}", service.Siren, StringComparison.Ordinal);
            var there = await people.AskAsync(method, of.Replace("/ads", "/voirie", StringComparison.Ordinal), null, null, claim);
            var nowhere = await people.AskAsync(method, of.Replace("/ads", "/aucune", StringComparison.Ordinal), null, null, claim);
            Assert.Equal(404, there.Status);
            Assert.Equal(Bare(nowhere), Bare(there));
        }
    }

    [Theory]
    [InlineData("213801517")]
    [InlineData("38151")]
    [InlineData("%33%38151")]
    [InlineData("213801855")]
    [InlineData("aucun")]
    public async Task Another_member_answers_a_commune_as_one_that_does_not_exist(string member)
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var claim = $"commune:{service.Siren}/213800576";

        foreach (var (_, method, address) in Addresses.Where(a => a.Address.Contains("/members/", StringComparison.Ordinal)))
        {
            var of = address.Replace("{siren}", service.Siren, StringComparison.Ordinal);
            var there = of.Replace("213800576", member, StringComparison.Ordinal).Replace("/38057/", $"/{member}/", StringComparison.Ordinal);
            foreach (var written in new[] { there, there.ToUpperInvariant(), there.Replace("/members/", "//members/", StringComparison.Ordinal) })
            {
                var (status, body) = await people.AskAsync(method, written, null, null, claim);
                Assert.True(status == 404, $"{method} {written}: {status} {body}");
                Assert.True(
                    body.Contains("member.other", StringComparison.Ordinal) || body.Contains("address.unknown", StringComparison.Ordinal)
                        || written.StartsWith("/portal", StringComparison.OrdinalIgnoreCase), body);
            }
        }
    }

    [Fact]
    public async Task A_list_only_shows_what_the_caller_sees()
    {
        var own = await GivenService.DeclareAsync(people.Open);
        var other = await GivenService.DeclareAsync(people.Open);
        await own.PutAsync($"{own.Community}/mutualisations/voirie", GivenService.MutualisationDocument());

        var communities = await people.GetAsync("/api/communities", $"director:{own.Siren}");
        var page = await people.GetAsync("/portal/communities", $"director:{own.Siren}");
        var services = await people.GetAsync($"{own.Community}/mutualisations", $"serviceHead:{own.Siren}/ads");
        var servicesPage = await people.GetAsync($"/portal/communities/{own.Siren}", $"serviceHead:{own.Siren}/ads");

        Assert.All([communities.Body, page.Body], body =>
        {
            Assert.Contains(own.Siren, body, StringComparison.Ordinal);
            Assert.DoesNotContain(other.Siren, body, StringComparison.Ordinal);
        });
        Assert.All([services.Body, servicesPage.Body], body =>
        {
            Assert.Contains("mutualisations/ads", body, StringComparison.Ordinal);
            Assert.DoesNotContain("mutualisations/voirie", body, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_commune_sees_the_reports_of_its_services_and_no_figure_of_others()
    {
        var service = await GivenService.DeclareAsync(people.Open);

        var (status, page) = await people.GetAsync($"/portal/communities/{service.Siren}", $"commune:{service.Siren}/213800576");
        var stranger = await people.GetAsync($"/portal/communities/{service.Siren}", $"commune:{service.Siren}/213801897");

        Assert.Equal(200, status);
        Assert.Contains("Instruction des autorisations d’urbanisme", page, StringComparison.Ordinal);
        Assert.DoesNotContain("État des mutualisations", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Instruction des autorisations d’urbanisme", stranger.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_known_gets_the_same_answer_whatever_is_there()
    {
        var service = await GivenService.DeclareAsync(people.Open);

        var there = await people.GetAsync(service.Address);
        var nowhere = await people.GetAsync($"/api/communities/{Nowhere}/mutualisations/ads");
        var unknown = await people.GetAsync("/api/aucune-adresse");

        Assert.Equal(401, there.Status);
        Assert.Equal(Bare(nowhere), Bare(there));
        Assert.Equal(Bare(nowhere), Bare(unknown));
    }

    [Fact]
    public async Task A_person_without_a_role_is_known_and_may_nothing()
    {
        var (status, body) = await people.GetAsync("/api/communities", "visitor");

        Assert.Equal(403, status);
        Assert.Contains("access.denied", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_run_of_another_community_answers_as_one_that_does_not_exist()
    {
        var own = await GivenService.DeclareAsync(people.Open);
        var other = await GivenService.DeclareAsync(people.Open);
        using var asked = await people.Open.PostAsJsonAsync(
            $"{other.Address}/reports", new { kind = "annual", period = "2024" }, TestContext.Current.CancellationToken);
        var operation = asked.Headers.Location!.ToString();

        var hidden = await people.GetAsync(operation, $"director:{own.Siren}");
        var nowhere = await people.GetAsync("/api/operations/report~aucune", $"director:{own.Siren}");
        var shown = await people.GetAsync(operation, $"director:{other.Siren}");

        Assert.Equal(404, hidden.Status);
        Assert.Equal(Bare(nowhere), Bare(hidden));
        Assert.Equal(200, shown.Status);
    }

    [Theory]
    [InlineData("Origin", "https://ailleurs.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_site_changes_nothing_in_a_persons_name(string header, string value)
    {
        var service = await GivenService.DeclareAsync(people.Open);
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{service.Community}/keys/0");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal("admin"));
        request.Headers.Add(header, value);

        using var answer = await people.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("access.origin", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static (int, string) Bare((int Status, string Body) answer) => (answer.Status, TraceId().Replace(answer.Body, ""));

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex TraceId();
}
