using System.Text.Json.Serialization;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>What came in, as it is answered: camelCase, absent when null, decimals with their exact digits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SubmissionAnswer))]
[JsonSerializable(typeof(SubmissionList))]
[JsonSerializable(typeof(ValueList))]
[JsonSerializable(typeof(ValueHistory))]
[JsonSerializable(typeof(SourceAnswer))]
internal sealed partial class CollectJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static CollectJson Answers => field ??= new(ReadableJson.Of(Default));
}
