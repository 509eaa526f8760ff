using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Evaluation.Functions.Http;

/// <summary>How documents travel: bounded bodies, entity tags, conditional requests.</summary>
internal static class Documents
{
    private const int LongestPointer = 40;
    private const int OneMega = 1024 * 1024;
    private const int MaxDocumentBytes = OneMega;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>A body of at most a limit.</summary>
    /// <exception cref="RefusalException">413 when it is larger, 400 when it was not compressed as announced.</exception>
    public static async Task<BinaryData> ReadBodyAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        await CopyBodyAsync(request, kept, maxBytes, cancellationToken);
        return BinaryData.FromBytes(kept.GetBuffer().AsMemory(0, (int)kept.Length));
    }

    /// <summary>Copies a body, never more than a limit.</summary>
    /// <exception cref="RefusalException">413 above the limit, 400 when it is not compressed as it says.</exception>
    public static async Task CopyBodyAsync(HttpRequest request, Stream to, int maxBytes, CancellationToken cancellationToken)
    {
        bool isWithin;
        try
        {
            isWithin = !(request.ContentLength > maxBytes)
                && await BoundedBody.TryCopyAsync(request.Body, to, maxBytes, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // gzip and deflate say the first, br the second.
            throw EdgeRefusals.BodyCorrupt.Refused();
        }

        if (!isWithin)
        {
            throw EdgeRefusals.BodyTooLarge.Refused(SizeOf(maxBytes));
        }
    }

    private static string SizeOf(int bytes) => bytes < OneMega
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} Ko")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / OneMega} Mo");

    /// <summary>The document of a PUT.</summary>
    /// <exception cref="RefusalException">400 when it is not JSON of the expected shape, 413, 415.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
        where T : class
    {
        RequireJson(request);
        return Parse(await ReadBodyAsync(request, MaxDocumentBytes, cancellationToken), shape);
    }

    /// <summary>What a body says.</summary>
    /// <exception cref="RefusalException">
    /// 400 when it is not JSON of the expected shape, 422 when reading a number would round it.
    /// </exception>
    public static T Parse<T>(BinaryData body, JsonTypeInfo<T> shape)
        where T : class
    {
        // Some programs write the byte order mark of UTF-8, which says nothing here.
        var json = body.ToMemory().Span;
        json = json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
        if (json.IsEmpty)
        {
            throw NoBody();
        }

        try
        {
            return JsonSerializer.Deserialize(json, shape)
                ?? throw NoBody();
        }
        catch (RoundedNumberException e)
        {
            throw Rounded(e);
        }
        catch (JsonException e) when (Utf8.IsValid(body.ToMemory().Span))
        {
            var place = e.LineNumber is { } line
                ? FormattableString.Invariant($" (ligne {line + 1}, octet {e.BytePositionInLine + 1})")
                : "";
            throw EdgeRefusals.JsonMalformed.Refused(place, Pointer(e.Path));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw EdgeRefusals.JsonEncoding.Refused();
        }
    }

    /// <exception cref="RefusalException">415 when the body is announced as something else.</exception>
    public static void RequireJson(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw EdgeRefusals.BodyContentType.Refused("application/json");
        }
    }

    /// <summary>The value, or a 422 that lists every problem.</summary>
    public static T Require<T>(Outcome<T> outcome)
        where T : class => outcome.Value ?? throw outcome.Problems.OfDocument();

    /// <summary>Passes over no problem: a 422 that lists them all.</summary>
    public static void RefuseAny(IReadOnlyList<Refusal> problems)
    {
        if (problems.Count > 0)
        {
            throw problems.OfDocument();
        }
    }

    /// <summary>A document with its tag; 304 when the caller has it.</summary>
    public static IResult Answer(HttpContext context, StoredDocument document)
    {
        context.Response.Headers.ETag = document.Tag;
        return IsKnown(context.Request, document.Tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(document.Json.ToMemory(), "application/json; charset=utf-8");
    }

    /// <summary>The answer to a PUT: 201 the first time, 200 after, the document and its tag; no tag where nothing was written.</summary>
    public static async Task AnswerPutAsync(HttpContext context, StoredDocument document, bool changed, PutTerms terms)
    {
        context.Response.StatusCode = changed && document.Version == 1 && !terms.DryRun ? 201 : 200;
        if (!terms.DryRun)
        {
            context.Response.Headers.ETag = document.Tag;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(document.Json.ToMemory(), context.RequestAborted);
    }

    /// <summary>Whether the caller already has what carries a tag.</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Tag.Equals(tag, StringComparison.Ordinal));

    /// <summary>What a PUT depends on, and whether it is only tried.</summary>
    /// <exception cref="RefusalException">400 when <c>dryRun</c> says neither.</exception>
    public static PutTerms TermsOf(HttpRequest request, string? dryRun) => new()
    {
        // A weak tag says that two documents are alike, not that they are the same (RFC 9110 § 8.8.3.2).
        IfMatch = TagsOf(request.Headers.IfMatch, t => !t.IsWeak),
        IfNoneMatch = TagsOf(request.Headers.IfNoneMatch, _ => true),
        DryRun = AskedParameter.Flag(dryRun, EdgeRefusals.DryRunUnknown),
    };

    // A header that cannot be read names nothing that is there.
    private static IReadOnlyList<string>? TagsOf(StringValues header, Func<EntityTagHeaderValue, bool> counts) =>
        StringValues.IsNullOrEmpty(header) ? null
        : EntityTagHeaderValue.TryParseStrictList(header, out var tags) ? [.. tags.Where(counts).Select(t => t.Tag.ToString())]
        : [];

    private static RefusalException NoBody() =>
        EdgeRefusals.JsonEmpty.Refused();

    private static RefusalException Rounded(RoundedNumberException number)
    {
        var code = number.HasDecimals ? Refusals.NumberTooManyDigits : Refusals.NumberTooLarge;
        return new[] { code.At(Pointer(number.Path)) }.OfDocument();
    }

    private static string Pointer(string? path) => string.IsNullOrEmpty(path) || path == "$"
        ? "sa syntaxe"
        : Clipped(path.TrimStart('$').Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));

    // Names of a hostile body may be of any length: enough to find the place, no more.
    private static string Clipped(string pointer) =>
        pointer.Length <= LongestPointer ? pointer : string.Concat(pointer.AsSpan(0, LongestPointer), "…");
}
