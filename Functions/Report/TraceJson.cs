using System.Buffers;
using System.Text.Json;
using Evaluation.Core.Indicators;
using Evaluation.Functions.Evaluate;

namespace Evaluation.Functions.Report;

/// <summary>What one member brings to a figure, on one line: a year of 49 members stays readable.</summary>
internal sealed class TracedMemberLine : WrittenConverter<TracedMember>
{
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
