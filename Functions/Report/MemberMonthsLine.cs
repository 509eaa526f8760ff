using System.Text.Json;
using Evaluation.Core.Reports;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>
/// The months of one member on one line, January first: <c>values</c>, null where there is none, and <c>notTransmitted</c>, the
/// numbers of the months whose value should have come.
/// </summary>
internal sealed class MemberMonthsLine : WrittenConverter<MemberMonths>
{
    public override void Write(Utf8JsonWriter writer, MemberMonths value, JsonSerializerOptions options) =>
        JsonLine.Write(writer, value, options, Content);

    private static void Content(Utf8JsonWriter line, MemberMonths value)
    {
        line.WriteStartObject();
        line.WriteString("siren", value.Member.Siren);
        line.WriteString("name", value.Member.Name);
        line.WriteStartArray("values");
        foreach (var month in value.Months)
        {
            if (month.Value is { } known)
            {
                line.WriteNumberValue(known);
            }
            else
            {
                line.WriteNullValue();
            }
        }

        line.WriteEndArray();
        line.WriteStartArray("notTransmitted");
        foreach (var (index, _) in value.Months.Index().Where(month => month.Item.Absence == Absence.NotTransmitted))
        {
            line.WriteNumberValue(index + 1);
        }

        line.WriteEndArray();
        line.WriteEndObject();
    }
}

