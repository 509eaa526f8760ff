using System.Text.Json.Serialization;

namespace Evaluation.Functions.Hosting;

/// <summary>The body of an invocation that failed.</summary>
internal sealed record InvocationProblem(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("status")] int Status);
