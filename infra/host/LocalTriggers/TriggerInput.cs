using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Evaluation.StandIn.Protocol;
using Google.Protobuf;

namespace Evaluation.StandIn.LocalTriggers;

/// <summary>What the host’s own timer and queue triggers hand to a worker, member for member.</summary>
internal static class TriggerInput
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";
    private const string Never = "0001-01-01T00:00:00";

    // Of a timer only: the host writes it with another serialiser than a message, which is escaped.
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of a timer; <paramref name="status"/> is null for timers without a record.</summary>
    public static TypedData OfTimer(TimerStatus? status, bool isPastDue)
    {
        var json = Write(Unescaped, json =>
        {
            json.WriteStartObject("Schedule");
            json.WriteBoolean("AdjustForDST", true);
            json.WriteEndObject();
            if (status is null)
            {
                json.WriteNull("ScheduleStatus");
            }
            else
            {
                json.WriteStartObject("ScheduleStatus");
                json.WriteString("Last", Instant(status.Last));
                json.WriteString("Next", Instant(status.Next));
                json.WriteString("LastUpdated", Instant(status.LastUpdated));
                json.WriteEndObject();
            }

            json.WriteBoolean("IsPastDue", isPastDue);
        });
        return new TypedData { Json = Encoding.UTF8.GetString(json) };
    }

    /// <summary>Of a queue message whose text, decoded, is <paramref name="body"/>.</summary>
    public static TypedData OfQueue(QueueMessage message, byte[] body)
    {
        var content = Write(default, json =>
        {
            json.WriteString("MessageId", message.MessageId);
            json.WriteString("PopReceipt", message.PopReceipt);
            json.WriteString("MessageText", Encoding.UTF8.GetString(body));
            json.WriteBase64String("Body", body);
            WriteInstant(json, "NextVisibleOn", message.NextVisibleOn);
            WriteInstant(json, "InsertedOn", message.InsertedOn);
            WriteInstant(json, "ExpiresOn", message.ExpiresOn);
            json.WriteNumber("DequeueCount", message.DequeueCount);
        });
        return new TypedData
        {
            ModelBindingData = new ModelBindingData
            {
                Version = "1.0",
                Source = "AzureStorageQueues",
                ContentType = "application/json",
                Content = ByteString.CopyFrom(content),
            },
        };
    }

    private static byte[] Write(JsonWriterOptions options, Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
        {
            json.WriteString(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Instant(DateTimeOffset instant) =>
        instant == TimerStatus.Never ? Never : instant.ToString(InstantFormat, CultureInfo.InvariantCulture);
}
