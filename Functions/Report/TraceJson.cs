using System.Text.Json;
using Evaluation.Core.Aggregation;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>What one member brings to a figure, on one line: a year of 49 members stays readable.</summary>
internal sealed class TracedMemberLine : WrittenConverter<TracedMember>
{
    public override void Write(Utf8JsonWriter writer, TracedMember value, JsonSerializerOptions options) =>
        JsonLine.Write(writer, value, options, Content);

    private static void Content(Utf8JsonWriter line, TracedMember value)
    {
        line.WriteStartObject();
        if (value.Member is { } member)
        {
            line.WriteString("member", member.ToString());
        }

        line.WriteStartArray("periods");
        foreach (var period in value.Periods)
        {
            line.WriteStringValue(period.ToString());
        }

        line.WriteEndArray();
        Numbers(line, "values", value.Values);
        if (value.Against is { } against)
        {
            Numbers(line, "against", against);
        }

        line.WriteStartArray("submissions");
        foreach (var submission in value.Submissions)
        {
            line.WriteStringValue(submission);
        }

        line.WriteEndArray();
        line.WriteEndObject();
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
