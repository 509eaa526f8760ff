using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect.Formats;

/// <summary>The body of a push, and of a feed that is pulled.</summary>
internal sealed record SubmissionBody
{
    public string? Source { get; init; }

    public string? Period { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<SubmissionBodyRow?>? Values { get; init; }

    /// <summary>Reads a body; what it does not say of itself is what was said of it.</summary>
    /// <exception cref="RefusalException">400 when malformed, or said otherwise of it than it says itself; 413 over 10 000 rows.</exception>
    public static SubmittedBatch Read(ReceivedBody received)
    {
        var body = Documents.Parse(received.Bytes, SubmissionJson.Default.SubmissionBody);
        var source = SubmittedBatch.SourceOf(Once("source", body.Source, received.Source));
        var period = Once("period", body.Period, received.Period);
        var reason = Once("reason", SubmittedBatch.ReasonOf(body.Reason), SubmittedBatch.ReasonOf(received.Reason));
        if (body.Values is not { Count: > 0 } || body.Values.Any(row => row is null))
        {
            throw EdgeRefusals.ValuesMissing.Refused();
        }

        return body.Values.Count > SubmittedBatch.MaxRows
            ? throw SubmittedBatch.TooManyRows()
            : new SubmittedBatch(source, reason, [.. body.Rows(period)]);
    }

    private static string? Once(string term, string? inside, string? beside) =>
        inside is null || beside is null || inside == beside ? inside ?? beside : throw EdgeRefusals.TermTwice.Refused(term);

    // Each row has the body’s period unless it has its own.
    private IEnumerable<SubmittedRow> Rows(string? period) =>
        Values!.Select((row, index) => new SubmittedRow(
            index, row!.Indicator, row.Member, row.Period ?? period, row.Value, row.Status, row.Quality, row.Comment));
}

/// <summary>A row of a body.</summary>
internal sealed record SubmissionBodyRow
{
    public string? Indicator { get; init; }

    public string? Member { get; init; }

    public string? Period { get; init; }

    /// <summary>A decimal string or a JSON number, kept as its digits.</summary>
    [JsonConverter(typeof(NumberTextConverter))]
    public string? Value { get; init; }

    public string? Status { get; init; }

    public string? Quality { get; init; }

    public string? Comment { get; init; }
}

/// <summary>Reads a JSON number or string as text, so that no digit is lost before it is checked.</summary>
internal sealed class NumberTextConverter : JsonConverter<string?>, IShapedConverter
{
    public WrittenShape Shape => new("string");

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()
        : reader.TokenType == JsonTokenType.Number ? System.Text.Encoding.ASCII.GetString(reader.ValueSpan)
        : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    MaxDepth = 8)]
[JsonSerializable(typeof(SubmissionBody))]
internal sealed partial class SubmissionJson : JsonSerializerContext;
