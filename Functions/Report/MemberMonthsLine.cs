using System.Buffers;
using System.Text.Json;
using Evaluation.Core.Reports;
using Evaluation.Functions.Evaluate;

namespace Evaluation.Functions.Report;

/// <summary>
/// The months of one member on one line, January first: <c>values</c>, null where there is none, and <c>notTransmitted</c>, the
/// numbers of the months whose value should have come.
/// </summary>
internal sealed class MemberMonthsLine : WrittenConverter<MemberMonths>
{
    public override void Write(Utf8JsonWriter writer, MemberMonths value, JsonSerializerOptions options)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var compact = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = options.Encoder }))
        {
            compact.WriteStartObject();
            compact.WriteString("siren", value.Member.Siren);
            compact.WriteString("name", value.Member.Name);
            compact.WriteStartArray("values");
            foreach (var month in value.Months)
            {
                if (month.Value is { } known)
                {
                    compact.WriteNumberValue(known);
                }
                else
                {
                    compact.WriteNullValue();
                }
            }

            compact.WriteEndArray();
            compact.WriteStartArray("notTransmitted");
            foreach (var (index, _) in value.Months.Index().Where(month => month.Item.Absence == Absence.NotTransmitted))
            {
                compact.WriteNumberValue(index + 1);
            }

            compact.WriteEndArray();
            compact.WriteEndObject();
        }

        writer.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
    }
}
