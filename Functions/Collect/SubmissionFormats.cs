using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Collect.Formats.Csv;
using Evaluation.Functions.Collect.Formats.Xlsx;
using Evaluation.Functions.Refusing;
using Microsoft.Net.Http.Headers;

namespace Evaluation.Functions.Collect;

/// <summary>The formats in which values come in: the same rows whatever the format.</summary>
internal static class SubmissionFormats
{
    private const string DataAnswer = "json";
    private const string WorkbookAnswer = "xlsx";

    /// <summary>The forms in which a push is answered, the usual one first.</summary>
    public static readonly string[] Answers = [DataAnswer, WorkbookAnswer];

    /// <summary>What a body says.</summary>
    /// <exception cref="RefusalException">400 when malformed, 413 over 10 000 rows, 415 for another format.</exception>
    public static SubmittedBatch Read(ReceivedBody body) => body.MediaType switch
    {
        MediaTypes.Json => SubmissionBody.Read(body),
        MediaTypes.Csv => CsvSubmission.Read(body),
        MediaTypes.Xlsx => XlsxSubmission.Read(body),
        _ => throw Unaccepted(),
    };

    /// <summary>The format that a request announces.</summary>
    /// <param name="contentType">The header, parameters included; null when there is none.</param>
    /// <exception cref="RefusalException">415 for another format.</exception>
    public static string MediaTypeOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var announced))
        {
            throw Unaccepted();
        }

        return announced.MediaType.Equals(MediaTypes.Csv, StringComparison.OrdinalIgnoreCase) ? MediaTypes.Csv
            : announced.MediaType.Equals(MediaTypes.Xlsx, StringComparison.OrdinalIgnoreCase) ? MediaTypes.Xlsx
            : announced.MediaType.Equals(MediaTypes.Json, StringComparison.OrdinalIgnoreCase) || announced.Suffix == "json" ? MediaTypes.Json
            : throw Unaccepted();
    }

    /// <summary>Whether the caller wants the workbook it sent back, with what became of each line (<c>?answer=xlsx</c>).</summary>
    /// <exception cref="RefusalException">400 for another answer, or when no workbook was sent.</exception>
    public static bool AnswersByWorkbook(string? answer, string mediaType) => answer switch
    {
        null or DataAnswer => false,
        WorkbookAnswer when mediaType == MediaTypes.Xlsx => true,
        _ => throw EdgeRefusals.AnswerUnknown.Refused(),
    };

    private static RefusalException Unaccepted() => EdgeRefusals.BodyContentType.Refused(
        $"{MediaTypes.Json}, {MediaTypes.Csv} ou {MediaTypes.Xlsx} (classeur Excel)");
}
