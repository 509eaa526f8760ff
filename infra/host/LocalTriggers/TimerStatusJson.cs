using System.Text.Json.Serialization;

namespace Evaluation.StandIn.LocalTriggers;

[JsonSerializable(typeof(TimerStatus))]
internal sealed partial class TimerStatusJson : JsonSerializerContext;
