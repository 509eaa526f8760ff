using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Reports.Charts;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report.Pictures;

/// <summary>Keeps what a chart shows beside its drawing, and reads it back to draw it again: decimals to the digit.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(CamelCaseName<Overrun>)])]
[JsonSerializable(typeof(ChartSheet))]
internal sealed partial class ChartSheetJson : JsonSerializerContext
{
    /// <summary>The file.</summary>
    public static BinaryData Write(ChartSheet sheet) =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(sheet, Readable.Context.ChartSheet));

    /// <summary>The sheet that a file holds.</summary>
    /// <exception cref="InvalidDataException">It holds none.</exception>
    public static ChartSheet Read(BinaryData file)
    {
        try
        {
            return JsonSerializer.Deserialize(file.ToMemory().Span, Readable.Context.ChartSheet)
                ?? throw new InvalidDataException("The model of a chart is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The model of a chart cannot be read.", e);
        }
    }

    // Not in the context itself, whose own static state may not be there yet.
    private static class Readable
    {
        public static readonly ChartSheetJson Context = new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }
}
