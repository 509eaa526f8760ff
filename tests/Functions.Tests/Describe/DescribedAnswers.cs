using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evaluation.Functions.Describe;
using NJsonSchema;
using NSwag;

namespace Evaluation.Functions.Tests.Describe;

/// <summary>
/// Stands before the client of the shared app: whatever a test asks of the API, what is answered is what the description says of
/// that address: its codes, and the shape of its JSON.
/// </summary>
internal sealed class DescribedAnswers : DelegatingHandler
{
    private const int LongestChecked = 100_000;

    private static readonly Lazy<Task<IReadOnlyList<Address>>> Addresses = new(ReadAsync);

    private sealed record Address(Regex Pattern, string Path, OpenApiPathItem Methods);

    /// <param name="inner">Asks.</param>
    public DescribedAnswers(HttpMessageHandler inner)
        : base(inner)
    {
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (path.StartsWith("/api/", StringComparison.Ordinal) && IsJson(answer.Content.Headers.ContentType) && request.Method != HttpMethod.Head)
        {
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            var method = request.Method.Method.ToLowerInvariant();
            var described = (await Addresses.Value).FirstOrDefault(a => a.Pattern.IsMatch(path) && a.Methods.ContainsKey(method));
            var fault = described is null ? FaultOfNowhere(path, (int)answer.StatusCode) : FaultOf(described.Methods[method], answer, body);
            Assert.True(fault is null, $"{request.Method} {described?.Path ?? path} {(int)answer.StatusCode} is not described: {fault}\n{Excerpt(body)}");
        }

        return answer;
    }

    private static bool IsJson(MediaTypeHeaderValue? type) => type?.MediaType is "application/json" or "application/problem+json";

    private static string Excerpt(string body) => body.Length > 2000 ? body[..2000] : body;

    // The clock of a local run is no part of the API; routes that there are not are told so.
    private static string? FaultOfNowhere(string path, int status) => status is 404 or 405 or 401 or 403 or 429 || path == "/api/clock" ? null : "no such address";

    private static string? FaultOf(OpenApiOperation operation, HttpResponseMessage answer, string body)
    {
        if (!operation.Responses.TryGetValue($"{(int)answer.StatusCode}", out var response))
        {
            return "no such status";
        }

        if (answer.Content.Headers.ContentType!.MediaType == "application/problem+json")
        {
            using var problem = JsonDocument.Parse(body);
            var code = problem.RootElement.GetProperty("code").GetString()!;
            var errors = problem.RootElement.TryGetProperty("errors", out var listed)
                ? listed.EnumerateArray().Select(e => e.GetProperty("code").GetString()!).ToList() : [];
            var missing = errors.Except(operation.Responses.Values.SelectMany(CodesOf)).Concat(CodesOf(response).Contains(code) ? [] : [code]).ToList();
            return missing.Count == 0 ? null : string.Join(' ', missing);
        }

        if (body.Length > LongestChecked)
        {
            return null;
        }

        return response.Content.TryGetValue("application/json", out var media)
            ? media.Schema.Validate(body) is { Count: > 0 } faults ? string.Join("; ", faults.Take(5)) : null
            : "no JSON";
    }

    private static IEnumerable<string> CodesOf(OpenApiResponse response) =>
        response.ExtensionData?.TryGetValue(DescribedOperation.CodesExtension, out var codes) is true
            ? ((IEnumerable<object>)codes!).Select(code => code.ToString()!)
            : [];

    private static async Task<IReadOnlyList<Address>> ReadAsync()
    {
        var document = await OpenApiDocument.FromJsonAsync(MappedDescription.Json);
        return [.. document.Paths
            .OrderByDescending(path => path.Key.Split('/').Count(part => !part.StartsWith('{')))
            .Select(path => new Address(PatternOf(path.Key), path.Key, path.Value))];
    }

    private static Regex PatternOf(string path) => new(
        "^" + string.Join('/', path.Split('/').Select(part => part == "{file}" ? ".+" : part.StartsWith('{') ? "[^/]+" : Regex.Escape(part))) + "/?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
