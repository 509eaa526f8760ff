using System.Buffers;
using System.Text.Json;

namespace Evaluation.Functions.Report;

/// <summary>A value written on one line inside an indented document: thousands of small rows stay readable.</summary>
internal static class JsonLine
{
    // A report has thousands of lines, and a thread writes one at a time.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Writer)? _line;

    /// <summary>Writes a value with its content on one line.</summary>
    public static void Write<T>(Utf8JsonWriter document, T value, JsonSerializerOptions options, Action<Utf8JsonWriter, T> content)
    {
        var (bytes, writer) = _line ??= Empty(options);
        bytes.ResetWrittenCount();
        writer.Reset();
        content(writer, value);
        writer.Flush();
        document.WriteRawValue(bytes.WrittenSpan, skipInputValidation: true);
    }

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Writer) Empty(JsonSerializerOptions options)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        return (bytes, new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = options.Encoder }));
    }
}
