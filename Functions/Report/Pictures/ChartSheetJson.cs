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
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(sheet, Readable.ChartSheet));

    /// <summary>The sheet that a file holds.</summary>
    /// <exception cref="InvalidDataException">It holds none.</exception>
    public static ChartSheet Read(BinaryData file) => ReadableJson.Read(file, Readable.ChartSheet, "The model of a chart");

    private static ChartSheetJson Readable => field ??= new(ReadableJson.Of(Default));
}
