using System.Text;
using System.Text.Json;
using Evaluation.Functions.Tests.Describe;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Administer.Rights;

/// <summary>Tests that share a process of the app as it runs in Azure.</summary>
[CollectionDefinition(Name)]
public sealed class Hosted : ICollectionFixture<HostedPeople>
{
    public const string Name = "hosted";
}

/// <summary>A process of the app as it runs in Azure: the platform signs people in, applications bring keys.</summary>
public sealed class HostedPeople(RunningApp running) : IAsyncLifetime
{
    public const string AdminKey = "une-cle-d-administration-de-plus-de-32-caracteres";

    private readonly SocketsHttpHandler _handler = new() { UseProxy = false, AllowAutoRedirect = false };
    private FunctionsApp? _app;
    private HttpClient? _http;

    public HttpClient Http => _http ?? throw new InvalidOperationException("The fixture has not started.");

    /// <summary>The shared process of a developer's machine, on the same storage: declares what tests need.</summary>
    public HttpClient Open => running.Http;

    public RunningApp Running => running;

    public async ValueTask InitializeAsync()
    {
        _app = await running.StartPrivateAsync(
            new()
            {
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["WEBSITE_AUTH_ENABLED"] = "True",
                ["Security__BootstrapAdminKey"] = AdminKey,
                ["RateLimit__PerMinute"] = "100000",
                ["RateLimit__Burst"] = "100000",
            },
            TestContext.Current.CancellationToken);
        _http = new HttpClient(new DescribedAnswers(_handler), disposeHandler: false) { BaseAddress = _app.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        _handler.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>What the platform says of a person.</summary>
    public static string Principal(params string[] roles) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = "aad",
        role_typ = "roles",
        claims = roles.Select(r => new { typ = "roles", val = r })
            .Prepend(new { typ = "preferred_username", val = "a.martin@ville.example" }),
    }));

    /// <summary>An answer to a person (by its roles), an application (by its key) or nobody.</summary>
    public async Task<(int Status, string Body)> AskAsync(
        HttpMethod method, string address, string? json = null, string? key = null, params string[] roles)
    {
        using var request = new HttpRequestMessage(method, address);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        if (roles.Length > 0)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Principal(roles));
        }

        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<(int Status, string Body)> GetAsync(string address, params string[] roles) =>
        AskAsync(HttpMethod.Get, address, null, null, roles);

    /// <summary>A new key; gives its secret and its id.</summary>
    public async Task<(string Secret, string KeyId)> NewKeyAsync(string siren, string json)
    {
        var (status, body) = await AskAsync(HttpMethod.Post, $"/api/communities/{siren}/keys", json, AdminKey);
        Assert.True(status == 201, body);
        using var made = JsonDocument.Parse(body);
        return (made.RootElement.GetProperty("secret").GetString()!,
            made.RootElement.GetProperty("key").GetProperty("keyId").GetString()!);
    }
}
