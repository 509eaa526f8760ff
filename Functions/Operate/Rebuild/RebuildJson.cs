using System.Text.Json.Serialization;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Rebuild;

/// <summary>What was made again, as it is answered: camelCase, absent when null, decimals with their exact digits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RebuildAnswer))]
internal sealed partial class RebuildJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static RebuildJson Answers => field ??= new(ReadableJson.Of(Default));
}
