using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Administer;

/// <summary>What is declared, as it is answered: camelCase, absent when null, decimals with their exact digits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CommunityList))]
[JsonSerializable(typeof(CommunityDocument))]
[JsonSerializable(typeof(MutualisationList))]
[JsonSerializable(typeof(MutualisationDocument))]
[JsonSerializable(typeof(CostDocument))]
[JsonSerializable(typeof(CatalogueAnswer))]
internal sealed partial class AdministerJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static AdministerJson Answers => field ??= new(ReadableJson.Of(Default));
}
