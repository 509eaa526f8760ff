using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Savings;
using Evaluation.Core.Scenarios;

namespace Evaluation.Functions.Store;

/// <summary>Documents as they are stored and sent: camelCase, absent when null, unknown members refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(WrittenDecimalConverter)],
    MaxDepth = 16)]
[JsonSerializable(typeof(CommunityDocument))]
[JsonSerializable(typeof(MutualisationDocument))]
[JsonSerializable(typeof(CostDocument))]
[JsonSerializable(typeof(BaselineDocument))]
[JsonSerializable(typeof(DecisionDocument))]
[JsonSerializable(typeof(UnitsAnswerDocument))]
[JsonSerializable(typeof(UnitsReplyDocument))]
[JsonSerializable(typeof(ScenarioRequest))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    /// <summary>The context every document goes through.</summary>
    public static StoreJson Documents => field ??= new(ReadableJson.Of(Default));
}
