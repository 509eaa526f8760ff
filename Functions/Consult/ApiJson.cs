using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Administer;
using Evaluation.Functions.Close;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Operate.Archives;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Operate.Rebuild;
using Evaluation.Functions.Report;

namespace Evaluation.Functions.Consult;

/// <summary>Every shape the API answers with: camelCase, absent when null, decimals with their exact digits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = false)]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(CommunityList))]
[JsonSerializable(typeof(CommunityDocument))]
[JsonSerializable(typeof(MutualisationList))]
[JsonSerializable(typeof(MutualisationDocument))]
[JsonSerializable(typeof(CostDocument))]
[JsonSerializable(typeof(SubmissionAnswer))]
[JsonSerializable(typeof(SubmissionList))]
[JsonSerializable(typeof(ValueList))]
[JsonSerializable(typeof(ValueHistory))]
[JsonSerializable(typeof(RebuildAnswer))]
[JsonSerializable(typeof(ArchiveAnswer))]
[JsonSerializable(typeof(PeriodList))]
[JsonSerializable(typeof(PeriodAnswer))]
[JsonSerializable(typeof(FiscalYearList))]
[JsonSerializable(typeof(ReportList))]
[JsonSerializable(typeof(OperationStarted))]
[JsonSerializable(typeof(OperationState))]
[JsonSerializable(typeof(RunsStarted))]
[JsonSerializable(typeof(RunPage))]
[JsonSerializable(typeof(SourceAnswer))]
[JsonSerializable(typeof(PoisonList))]
[JsonSerializable(typeof(PoisonEntry))]
[JsonSerializable(typeof(NoticePage))]
[JsonSerializable(typeof(NoticeEntry))]
[JsonSerializable(typeof(CalendarAnswer))]
[JsonSerializable(typeof(HealthState))]
[JsonSerializable(typeof(JobsHealth))]
[JsonSerializable(typeof(CatalogueAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static ApiJson Answers => ReadableAnswers.Context;

    // Not in the context itself, whose own static state may not be there yet.
    private static class ReadableAnswers
    {
        public static readonly ApiJson Context = new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }
}
