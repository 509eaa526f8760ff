using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Storage.Queues.Models;

namespace Evaluation.Functions.Hosting.LocalTriggers;

/// <summary>
/// The payloads of the Functions host, member for member: text is a JSON string within a JSON string, numbers are
/// text, and the body of a binary queue message is Base64.
/// </summary>
internal static class HostPayload
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";
    private const string WholeSecondFormat = "yyyy-MM-dd'T'HH:mm:sszzz";
    private const string UtcNowFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string Never = "0001-01-01T00:00:00";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of a timer; <paramref name="status"/> is null for timers without a record.</summary>
    public static byte[] OfTimer(string function, TimerStatus? status, bool isPastDue, DateTimeOffset now) => Write(json =>
    {
        json.WriteStartObject("Data");
        json.WriteStartObject("timer");
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
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("Metadata");
        WriteSystem(json, function, now);
        json.WriteEndObject();
    });

    /// <summary>Of a queue message with the bytes <paramref name="body"/>.</summary>
    public static byte[] OfQueue(string function, QueueMessage message, byte[] body, DateTimeOffset now) => Write(json =>
    {
        json.WriteStartObject("Data");
        json.WriteBase64String("message", body);
        json.WriteEndObject();
        json.WriteStartObject("Metadata");
        json.WriteString("DequeueCount", message.DequeueCount.ToString(CultureInfo.InvariantCulture));
        WriteInstant(json, "ExpirationTime", message.ExpiresOn);
        json.WriteString("Id", $"\"{message.MessageId}\"");
        WriteInstant(json, "InsertionTime", message.InsertedOn);
        WriteInstant(json, "NextVisibleTime", message.NextVisibleOn);
        json.WriteString("PopReceipt", $"\"{message.PopReceipt}\"");
        WriteSystem(json, function, now);
        json.WriteEndObject();
    });

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteSystem(Utf8JsonWriter json, string function, DateTimeOffset now)
    {
        json.WriteStartObject("sys");
        json.WriteString("MethodName", function);
        json.WriteString("UtcNow", now.ToString(UtcNowFormat, CultureInfo.InvariantCulture));
        json.WriteString("RandGuid", Guid.CreateVersion7(now));
        json.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
        {
            json.WriteString(name, known.ToString(WholeSecondFormat, CultureInfo.InvariantCulture));
        }
    }

    private static string Instant(DateTimeOffset instant) =>
        instant == TimerStatus.Never ? Never : instant.ToString(InstantFormat, CultureInfo.InvariantCulture);
}
