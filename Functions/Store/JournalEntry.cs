using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Store;

/// <summary>
/// What was decided of a submission when it came, whatever the declarations and rules become: finishing it later, or
/// rebuilding the tables, starts from here.
/// </summary>
internal sealed record JournalEntry(SubmissionTerms Terms, string Sha256, IReadOnlyList<DecidedRow> Rows)
{
    /// <summary>Lines of the template that were left empty; null where there are none.</summary>
    public int? NotSent { get; init; }

    /// <summary>The entry of checked rows.</summary>
    public static JournalEntry Of(SubmissionTerms terms, string sha256, IReadOnlyList<CheckedRow> rows) =>
        new(terms, sha256, [.. rows.Select(DecidedRow.Of)]);

    /// <summary>The rows as they were decided.</summary>
    /// <exception cref="InvalidDataException">A row cannot be read.</exception>
    public IReadOnlyList<CheckedRow> CheckedRows() => [.. Rows.Select(r => r.ToChecked())];

    /// <summary>The entry of a submission, of which every row can be read.</summary>
    /// <exception cref="DamagedSubmissionException">The bytes are no entry, or that of another body.</exception>
    public static JournalEntry Read(SubmissionId id, BinaryData json)
    {
        try
        {
            if (JsonSerializer.Deserialize(json.ToMemory().Span, JournalJson.Readable.JournalEntry) is
                {
                    Terms: { Source: not null, Caller: not null, MediaType: not null },
                    Rows: { } rows,
                    Sha256: { } hash,
                } entry
                && id.IsOf(hash)
                && !rows.Contains(null!))
            {
                entry.CheckedRows();
                return entry;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new DamagedSubmissionException(id, SubmissionPart.Entry, e);
        }

        throw new DamagedSubmissionException(id, SubmissionPart.Entry);
    }
}

/// <summary>What was decided of a row.</summary>
/// <param name="Index">Rank in the body.</param>
/// <param name="Line">Line of the file; null where rows have none.</param>
/// <param name="Refused">Null when accepted.</param>
/// <param name="Indicator">Canonical when accepted, as it came otherwise; so are the next two.</param>
/// <param name="Member">SIREN.</param>
/// <param name="Period">Canonical form.</param>
/// <param name="Value">Null when refused or taken back.</param>
/// <param name="Status">Null when final.</param>
/// <param name="Quality">Null when measured.</param>
/// <param name="Comment">Free text of the service.</param>
/// <param name="Findings">Null when nothing was noticed.</param>
internal sealed record DecidedRow(
    int Index,
    int? Line,
    bool? Refused,
    string? Indicator,
    string? Member,
    string? Period,
    decimal? Value,
    ValueStatus? Status,
    ValueQuality? Quality,
    string? Comment,
    IReadOnlyList<Finding>? Findings)
{
    public static DecidedRow Of(CheckedRow row) => new(
        row.Row.Index,
        row.Row.Line,
        row.IsAccepted ? null : true,
        row.Key?.Indicator ?? row.Row.Indicator,
        row.Key is { } key ? key.Member?.ToString() : row.Row.Member,
        row.Key?.Period.ToString() ?? row.Row.Period,
        row.Value?.Value,
        row.Value?.Status is { } status and not ValueStatus.Final ? status : null,
        row.Value?.Quality is { } quality and not ValueQuality.Measured ? quality : null,
        row.Row.Comment,
        row.Findings.Count == 0 ? null : row.Findings);

    /// <exception cref="InvalidDataException">The row cannot be read.</exception>
    public CheckedRow ToChecked()
    {
        if (Findings?.Contains(null!) is true)
        {
            throw Unreadable();
        }

        var row = new SubmittedRow(Index, Indicator, Member, Period, null, null, null, Comment) { Line = Line };
        if (Refused is true)
        {
            return new CheckedRow(row, null, null, Findings ?? []);
        }

        Siren? member = Member is null ? null : Siren.TryParse(Member, out var siren) ? siren : throw Unreadable();
        if (string.IsNullOrEmpty(Indicator) || !Core.Periods.Period.TryParse(Period, out var period))
        {
            throw Unreadable();
        }

        var key = new ValueKey(Indicator, member, period);
        var value = Value is { } given
            ? new IndicatorValue(key, given, Status ?? ValueStatus.Final, Quality ?? ValueQuality.Measured)
            : null;
        return new CheckedRow(row, key, value, Findings ?? []);
    }

    private static InvalidDataException Unreadable() => new("A row of a journal entry cannot be read.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(CamelCaseName<ValueStatus>),
        typeof(CamelCaseName<ValueQuality>),
        typeof(CamelCaseName<WriteStrategy>),
        typeof(CamelCaseName<SubmissionMode>),
        typeof(CamelCaseName<Severity>),
    ])]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    /// <summary>The context every entry goes through: French stays readable.</summary>
    public static JournalJson Readable => field ??= new(ReadableJson.Of(Default));
}
