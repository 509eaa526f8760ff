using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report.Papers;

/// <summary>Writes a paper as data, and reads it back to make what is made on demand: decimals to the digit.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(CamelCaseName<PaperFormatKind>), typeof(CamelCaseName<Overrun>)])]
[JsonSerializable(typeof(Paper))]
internal sealed partial class PaperJson : JsonSerializerContext
{
    /// <summary>What a file holds.</summary>
    public static JsonTypeInfo<Paper> Shape => Readable.Paper;

    /// <summary>The file: UTF-8, camelCase, numbers as numbers, LF line ends.</summary>
    public static BinaryData Write(Paper paper)
    {
        using var file = new MemoryStream();
        JsonSerializer.Serialize(file, paper, Readable.Paper);
        file.WriteByte((byte)'\n');
        return BinaryData.FromBytes(file.GetBuffer().AsMemory(0, (int)file.Length));
    }

    /// <summary>The paper that a file holds.</summary>
    /// <exception cref="InvalidDataException">It holds none.</exception>
    public static Paper Read(BinaryData file) => ReadableJson.Read(file, Readable.Paper, "The paper");

    private static PaperJson Readable => field ??= new(ReadableJson.Of(Default));
}
