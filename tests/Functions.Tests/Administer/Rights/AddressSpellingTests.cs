using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Evaluation.Functions.Tests.Hostile;
using Evaluation.Functions.Tests.Soak;

namespace Evaluation.Functions.Tests.Administer.Rights;

/// <summary>However an address is spelled, nobody may more than with its plain spelling.</summary>
[Collection(Hosted.Name)]
public sealed class AddressSpellingTests(HostedPeople people)
{
    private const int AtOnce = 4;

    private static readonly (string Name, Func<string, string> Spell)[] Spellings =
    [
        ("upper case", path => path.ToUpperInvariant()),
        ("mixed case", path => string.Concat(path.Select((c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : c))),
        ("first part in capitals", path => path.StartsWith("/api", StringComparison.Ordinal) ? "/API" + path[4..] : "/PORTAL" + path[7..]),
        ("encoded letters", path => string.Concat(path.Select(c => char.IsAsciiLetter(c) ? $"%{(int)c:x2}" : c.ToString()))),
        ("encoded capitals", path => string.Concat(path.Select(c => char.IsAsciiLetter(c) ? $"%{(int)char.ToUpperInvariant(c):X2}" : c.ToString()))),
        ("doubled slashes", path => path.Replace("/", "//", StringComparison.Ordinal)),
        ("doubled first slash", path => "/" + path),
        ("trailing slash", path => path + "/"),
        ("dot segments", path => "/ailleurs/.." + path),
        ("encoded dot segments", path => "/ailleurs/%2e%2e" + path),
        ("dot segments in capitals", path => "/./portal/../" + path[1..].ToUpperInvariant()),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("visitor")]
    [InlineData("director")]
    [InlineData("serviceHead")]
    [InlineData("accountant")]
    [InlineData("commune")]
    public async Task No_spelling_of_an_address_lets_anybody_do_more(string role)
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var claim = role.Length == 0 ? null : RightsTable.ClaimOf(role, service.Siren);
        claim = role == "visitor" ? role : claim;
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            MappedAddresses.All,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation },
            async (address, _) =>
            {
                var plain = MappedAddresses.With(address.Pattern).Replace(SoakService.Siren, service.Siren, StringComparison.Ordinal);
                var isAdmitted = await IsAdmittedAsync(address.Method, plain, claim);
                foreach (var (name, spell) in Spellings.Where(_ => !isAdmitted))
                {
                    if (await IsAdmittedAsync(address.Method, spell(plain), claim))
                    {
                        faults.Add($"{address.Method} {spell(plain)} ({name})");
                    }
                }
            });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Take(40)));
    }

    [Theory]
    [InlineData("/API/communities/{siren}/keys")]
    [InlineData("/Api/Communities/{siren}/KEYS")]
    [InlineData("/%41PI/communities/{siren}/%6beys/")]
    public async Task A_change_leaves_its_trail_however_its_address_is_spelled(string spelled)
    {
        var service = await GivenService.DeclareAsync(people.Open);
        using var request = Request(HttpMethod.Post, spelled.Replace("{siren}", service.Siren, StringComparison.Ordinal));
        request.Headers.Add("X-Api-Key", HostedPeople.AdminKey);
        request.Content = new StringContent("""{"label":"x","rights":["push"]}""", Encoding.UTF8, "application/json");

        using var answer = await people.Http.SendAsync(request, Cancellation);
        var (_, trail) = await people.AskAsync(HttpMethod.Get, $"{service.Community}/audit", null, HostedPeople.AdminKey);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("POST keys", trail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/communities")]
    [InlineData("/API/communities")]
    [InlineData("/PORTAL")]
    [InlineData("/Portal/communities")]
    public async Task On_a_developers_machine_only_loopback_names_are_served_at_any_address(string address)
    {
        foreach (var (host, isServed) in new[] { ("attaquant.example", false), ("localhost.attaquant.example", false), ("localhost", true), ("127.0.0.1", true) })
        {
            using var request = Request(HttpMethod.Get, address, people.Open);
            request.Headers.Host = host;
            using var answer = await people.Open.SendAsync(request, Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden != isServed, $"{host} {address}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/API/communities/{siren}/keys/0")]
    [InlineData("/api/communities/{siren}/keys/0")]
    public async Task Another_sites_page_is_refused_however_the_address_is_spelled(string spelled)
    {
        var service = await GivenService.DeclareAsync(people.Open);
        using var request = Request(HttpMethod.Delete, spelled.Replace("{siren}", service.Siren, StringComparison.Ordinal));
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal("admin"));
        request.Headers.Add("Origin", "https://ailleurs.example");

        using var answer = await people.Http.SendAsync(request, Cancellation);

        Assert.Contains("access.origin", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    // Past the door: anything but a refusal to who is not known, not admitted or told that there is nothing.
    private async Task<bool> IsAdmittedAsync(string method, string path, string? claim)
    {
        using var request = Request(new HttpMethod(method), path);
        if (claim is not null)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal(claim));
        }

        using var answer = await people.Http.SendAsync(request, Cancellation);
        return answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest)
            && answer.Headers.Location?.ToString().StartsWith("/.auth/login", StringComparison.Ordinal) is not true;
    }

    // As it is spelled: nothing is put in order on the way.
    private HttpRequestMessage Request(HttpMethod method, string path, HttpClient? of = null) => new(
        method,
        new Uri((of ?? people.Http).BaseAddress!.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
}
