using System.Text.Json.Serialization;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>Published reports, as they are listed: camelCase, absent when null, decimals with their exact digits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportList))]
[JsonSerializable(typeof(ReportEntry))]
internal sealed partial class ReportsJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static ReportsJson Answers => field ??= new(ReadableJson.Of(Default));
}
