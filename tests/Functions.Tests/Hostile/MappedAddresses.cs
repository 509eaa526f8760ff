using System.Text.RegularExpressions;
using Evaluation.Functions.Tests.Consult;
using Evaluation.Functions.Tests.Soak;

namespace Evaluation.Functions.Tests.Hostile;

/// <summary>Every address of the app, as it is mapped.</summary>
internal static partial class MappedAddresses
{
    private static readonly Dictionary<string, string> Sound = new(StringComparer.Ordinal)
    {
        ["siren"] = SoakService.Siren,
        ["id"] = SoakService.Id,
        ["year"] = "2025",
        ["member"] = "38185",
        ["call"] = "213801855-2025-06-30-provisional-130000.00",
        ["period"] = "2025-03",
        ["kind"] = "annual",
        ["version"] = "v1",
        ["file"] = "report.html",
        ["operationId"] = "report~x",
        ["submissionId"] = "20260616T060002768-2256b398b11c",
        ["keyId"] = "0123456789abcdef",
        ["subscription"] = "0123456789abcdef01234567",
        ["subject"] = "send",
        ["noticeId"] = "20260616-0123456789abcdef",
    };

    /// <summary>Method and pattern of each, fallbacks left out.</summary>
    public static IReadOnlyList<(string Method, string Pattern)> All { get; } = Read();

    /// <summary>The names in a pattern.</summary>
    public static IEnumerable<string> NamesIn(string pattern) => Name().Matches(pattern).Select(match => match.Groups[1].Value);

    /// <summary>A pattern with sound names, but for one.</summary>
    public static string With(string pattern, string? name = null, string? value = null) =>
        Name().Replace(pattern, match => match.Groups[1].Value == name ? value! : Sound[match.Groups[1].Value]);

    private static List<(string Method, string Pattern)> Read() =>
    [
        .. MappedEndpoints.Of(isLocal: false)
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => (method, e.RoutePattern.RawText!)))
            .Where(e => !e.Item2.Contains("{*path", StringComparison.Ordinal)),
    ];

    [GeneratedRegex(@"\{\**([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Name();
}
