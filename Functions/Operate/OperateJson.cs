using System.Text.Json.Serialization;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

/// <summary>Runs, messages put aside and health, as they are answered: camelCase, absent when null, decimals with their exact digits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OperationState))]
[JsonSerializable(typeof(RunsStarted))]
[JsonSerializable(typeof(RunPage))]
[JsonSerializable(typeof(PoisonList))]
[JsonSerializable(typeof(PoisonEntry))]
[JsonSerializable(typeof(HealthState))]
[JsonSerializable(typeof(JobsHealth))]
internal sealed partial class OperateJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static OperateJson Answers => field ??= new(ReadableJson.Of(Default));
}
