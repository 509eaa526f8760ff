using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Savings;
using Evaluation.Local.Demonstration;

namespace Evaluation.Local;

/// <summary>How the local run reads and writes JSON: as any outside caller of the public API would.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Dictionary<string, CommunityDocument>))]
[JsonSerializable(typeof(MutualisationDocument))]
[JsonSerializable(typeof(CostDocument))]
[JsonSerializable(typeof(BaselineDocument))]
[JsonSerializable(typeof(DemonstrationBatch))]
[JsonSerializable(typeof(PushAnswer))]
[JsonSerializable(typeof(SubmissionLines))]
[JsonSerializable(typeof(RunOrder))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(OperationAnswer))]
[JsonSerializable(typeof(ReportLines))]
[JsonSerializable(typeof(ReportOrder))]
[JsonSerializable(typeof(StartedAnswer))]
[JsonSerializable(typeof(DecisionDocument))]
[JsonSerializable(typeof(ValidationOrder))]
[JsonSerializable(typeof(TransmissionOrder))]
[JsonSerializable(typeof(SettlingOrder))]
[JsonSerializable(typeof(SettlingState))]
[JsonSerializable(typeof(CallLines))]
[JsonSerializable(typeof(CallStandingDocument))]
[JsonSerializable(typeof(UnitsLines))]
[JsonSerializable(typeof(UnitsAnswerDocument))]
internal sealed partial class LocalJson : JsonSerializerContext;
