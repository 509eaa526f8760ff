using System.Text.Json.Serialization;
using Evaluation.Core.Closing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Close;

/// <summary>Periods and fiscal years, as they are answered: camelCase, absent when null, decimals with their exact digits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SirenConverter), typeof(CamelCaseName<SettlingState>)])]
[JsonSerializable(typeof(PeriodList))]
[JsonSerializable(typeof(PeriodAnswer))]
[JsonSerializable(typeof(FiscalYearList))]
[JsonSerializable(typeof(SettledYearAnswer))]
internal sealed partial class CloseJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static CloseJson Answers => field ??= new(ReadableJson.Of(Default));
}
