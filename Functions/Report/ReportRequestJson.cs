using System.Text.Json.Serialization;

namespace Evaluation.Functions.Report;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ReportRequest))]
internal sealed partial class ReportRequestJson : JsonSerializerContext;
