using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Store;

/// <summary>A decimal of a document, refused when it is written with more digits than a decimal holds.</summary>
internal sealed class WrittenDecimalConverter : JsonConverter<decimal>
{
    /// <exception cref="RoundedNumberException">Reading it would change it.</exception>
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.Number ? Encoding.ASCII.GetString(reader.ValueSpan)
            : reader.TokenType == JsonTokenType.String ? reader.GetString()
            : null;
        var written = WrittenNumber.Read(text) ?? throw new JsonException();
        return written.Exact ?? throw new RoundedNumberException(written.Decimals > 0);
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>A number that no decimal holds as it is written; the reading of the document adds where it stands.</summary>
/// <param name="hasDecimals">Whether it has too many decimals; else it is too large.</param>
internal sealed class RoundedNumberException(bool hasDecimals) : JsonException
{
    public bool HasDecimals { get; } = hasDecimals;
}
