using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Functions.Report;

/// <summary>A SIREN as its nine digits.</summary>
internal sealed class SirenText : JsonConverter<Siren>
{
    public override Siren Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Siren.TryParse(reader.GetString(), out var siren) ? siren : throw new JsonException("Not a SIREN.");

    public override void Write(Utf8JsonWriter writer, Siren value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>A period in its canonical form: <c>2025-03</c>.</summary>
internal sealed class PeriodText : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Period.TryParse(reader.GetString(), out var period) ? period : throw new JsonException("Not a period.");

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>What one member brings to a figure, on one line: a year of 49 members stays readable.</summary>
internal sealed class TracedMemberLine : JsonConverter<TracedMember>
{
    public override TracedMember Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reports are written, never read back.");

    public override void Write(Utf8JsonWriter writer, TracedMember value, JsonSerializerOptions options)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var compact = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = options.Encoder }))
        {
            compact.WriteStartObject();
            if (value.Member is { } member)
            {
                compact.WriteString("member", member.ToString());
            }

            Texts(compact, "periods", value.Periods.Select(p => p.ToString()));
            Numbers(compact, "values", value.Values);
            if (value.Against is { } against)
            {
                Numbers(compact, "against", against);
            }

            Texts(compact, "submissions", value.Submissions);
            compact.WriteEndObject();
        }

        writer.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter writer, string name, IReadOnlyList<decimal> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
