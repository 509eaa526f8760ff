using System.Text.Json.Serialization;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>What was restored, as it is answered: camelCase, absent when null, decimals with their exact digits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArchiveAnswer))]
internal sealed partial class ArchivesJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static ArchivesJson Answers => field ??= new(ReadableJson.Of(Default));
}
