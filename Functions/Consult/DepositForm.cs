using System.Text;
using Evaluation.Core.Problems;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Evaluation.Functions.Consult;

/// <summary>What is to be done with a file.</summary>
internal enum DepositAction
{
    /// <summary>To say what would become of it, and keep nothing.</summary>
    Check,

    /// <summary>The same, told in the workbook itself.</summary>
    Annotate,

    /// <summary>To take it in.</summary>
    Deposit,
}

/// <summary>What the form of the page of deposits says.</summary>
/// <param name="Action">Anything that is no action keeps nothing.</param>
/// <param name="Reason">As it was typed; empty when it was not.</param>
/// <param name="Chosen">Null when no file was chosen.</param>
internal sealed record DepositForm(DepositAction Action, string Reason, DepositedFile? Chosen)
{
    private const string FileField = "file";
    private const string ReasonField = "reason";
    private const string ActionField = "action";
    private const int MostParts = 3;
    private const int MostHeaders = 4;
    private const int LongestHeaders = 4 * 1024;
    private const int LongestField = 4 * 1024;
    private const int LongestBoundary = 100;

    /// <summary>The file, with something in it.</summary>
    /// <exception cref="RefusalException">400 when there is none.</exception>
    public DepositedFile RequireFile() => Chosen switch
    {
        null => throw EdgeRefusals.FileMissing.Refused(),
        { Bytes.IsEmpty: true } => throw EdgeRefusals.FileEmpty.Refused(),
        { } file => file,
    };

    /// <summary>Reads a form, never more than one file of the largest size and a few short fields.</summary>
    /// <exception cref="RefusalException">413 when the file is too large, 400 or 415 when it is no such form.</exception>
    public static async Task<DepositForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(ReaderOf(request), request.Body, cancellationToken);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException)
        {
            // A form that is cut, has too many parts or is not compressed as announced: no browser sends one.
            throw Malformed();
        }
    }

    private static async Task<DepositForm> ReadAsync(MultipartReader reader, Stream body, CancellationToken cancellationToken)
    {
        var form = new DepositForm(DepositAction.Check, "", null);
        for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } part; parts++)
        {
            var disposition = parts < MostParts ? part.GetContentDispositionHeader() : null;
            var field = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
            form = field switch
            {
                // Without a choice, browsers send a field without a file’s name.
                FileField when disposition!.IsFileDisposition() && form.Chosen is not null => throw EdgeRefusals.FileSeveral.Refused(),
                FileField when disposition!.IsFileDisposition() => form with { Chosen = await FileOf(disposition!, part.Body, body, cancellationToken) },
                FileField => form,
                ReasonField => form with { Reason = await TextOf(part.Body, cancellationToken) },
                ActionField => form with { Action = ActionOf(await TextOf(part.Body, cancellationToken)) },
                _ => throw Malformed(),
            };
        }

        return form;
    }

    private static MultipartReader ReaderOf(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString()
                : throw EdgeRefusals.FormMissing.Refused();
        return boundary.Length is > 0 and <= LongestBoundary
            ? new MultipartReader(boundary, request.Body) { HeadersCountLimit = MostHeaders, HeadersLengthLimit = LongestHeaders }
            : throw Malformed();
    }

    private static async Task<DepositedFile> FileOf(
        ContentDispositionHeaderValue disposition, Stream part, Stream body, CancellationToken cancellationToken)
    {
        if (await BoundedBody.TryReadAsync(part, SubmittedBatch.MaxBytes, cancellationToken) is not { } bytes)
        {
            // A browser shows the answer only once it could send everything; the server itself bounds that.
            await body.DrainAsync(cancellationToken);
            throw TooLarge();
        }

        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return DepositedFile.Of(HeaderUtilities.RemoveQuotes(name).ToString(), bytes);
    }

    private static async Task<string> TextOf(Stream part, CancellationToken cancellationToken) =>
        await BoundedBody.TryReadAsync(part, LongestField, cancellationToken) is { } bytes
            ? Encoding.UTF8.GetString(bytes.ToMemory().Span)
            : throw Malformed();

    private static DepositAction ActionOf(string text) =>
        DomainCode.TryParse<DepositAction>(text, out var action) ? action : DepositAction.Check;

    private static RefusalException TooLarge() => EdgeRefusals.FileTooLarge.Refused();

    private static RefusalException Malformed() => EdgeRefusals.FormMalformed.Refused();
}
