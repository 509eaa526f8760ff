using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Hostile;

/// <summary>An answer, and what is wrong with it.</summary>
public sealed partial record HostileAnswer(int Status, string MediaType, byte[] Body)
{
    private const int LongestEcho = 40;

    private static readonly HashSet<string> Documented =
        [.. DocumentedCode().Matches(File.ReadAllText(RepositoryRoot.PathOf("docs/api.md"))).Select(match => match.Groups[1].Value)];

    // What never was a request: the server itself refuses it, without a word.
    private static readonly int[] BeforeTheApp = [400, 408, 411, 413, 414, 431, 501, 505];

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>What is wrong; null when it is an answer, or a refusal as refusals must be.</summary>
    /// <param name="sent">What was sent, to find it again.</param>
    /// <param name="wordless">Whether a refusal may have no body.</param>
    public string? Fault(string sent, bool wordless = false)
    {
        if (Status >= 500 && !(wordless && BeforeTheApp.Contains(Status)))
        {
            return $"{Status}";
        }

        if (Text.Contains("   at ", StringComparison.Ordinal) || Text.Contains("Exception", StringComparison.Ordinal))
        {
            return "a stack trace";
        }

        if (Status < 400 || (Body.Length == 0 && wordless && BeforeTheApp.Contains(Status)))
        {
            return null;
        }

        if (MediaType == "text/html")
        {
            return Echo([Text], sent);
        }

        try
        {
            using var json = JsonDocument.Parse(Body);
            return (MediaType, Status) switch
            {
                ("application/problem+json", _) => FaultOfProblem(json.RootElement) ?? Echo(Texts(json.RootElement), sent),
                ("application/json", 422) => Echo(Texts(json.RootElement), sent),
                _ => $"a refusal in {MediaType}",
            };
        }
        catch (JsonException)
        {
            return "no JSON";
        }
    }

    private static string? FaultOfProblem(JsonElement problem)
    {
        var code = problem.GetProperty("code").GetString()!;
        var messages = problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? errors.EnumerateArray().Select(error => (Code: error.GetProperty("code").GetString()!, Text: error.GetProperty("message").GetString()!))
            : [];
        return messages.Prepend((Code: code, Text: problem.GetProperty("detail").GetString()!))
            .Select(told =>
                !Documented.Contains(told.Code) ? $"the code {told.Code} is not documented"
                : !told.Text.EndsWith('.') ? $"no sentence: {told.Text}"
                : null)
            .FirstOrDefault(fault => fault is not null);
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };

    // Also when what was sent repeats one sign: then any other text that holds so many of it is an echo too.
    private static string? Echo(IEnumerable<string> texts, string sent) => texts
        .SelectMany(text => Enumerable.Range(0, Math.Max(0, text.Length - LongestEcho)).Select(at => text.Substring(at, LongestEcho + 1)))
        .FirstOrDefault(part => sent.Contains(part, StringComparison.Ordinal)) is { } echo
            ? $"an echo: {echo}"
            : null;

    [GeneratedRegex("`([a-zA-Z]+(?:\\.[a-zA-Z0-9]+)?)`")]
    private static partial Regex DocumentedCode();
}
