using System.Text.Json.Serialization;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Runs;

/// <summary>Work that was asked for, as it is answered: camelCase, absent when null, decimals with their exact digits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OperationStarted))]
internal sealed partial class RunsJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static RunsJson Answers => field ??= new(ReadableJson.Of(Default));
}
