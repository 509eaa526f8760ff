using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Functions.Hosting.LocalTriggers;

namespace Evaluation.Functions.Hosting;

/// <summary>The shapes of the host's files and answers. Files are the host's own, so unknown members are let be.</summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(FunctionFile))]
[JsonSerializable(typeof(InvocationAnswer))]
[JsonSerializable(typeof(InvocationProblem))]
[JsonSerializable(typeof(TimerStatus))]
internal sealed partial class HostingJson : JsonSerializerContext;
