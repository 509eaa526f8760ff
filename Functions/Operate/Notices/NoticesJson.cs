using System.Text.Json.Serialization;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>Notices and deadlines, as they are answered: camelCase, absent when null, decimals with their exact digits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NoticePage))]
[JsonSerializable(typeof(NoticeEntry))]
[JsonSerializable(typeof(CalendarAnswer))]
[JsonSerializable(typeof(SubscriptionList))]
[JsonSerializable(typeof(SubscribedEntry))]
internal sealed partial class NoticesJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static NoticesJson Answers => field ??= new(ReadableJson.Of(Default));
}
