using System.Text.RegularExpressions;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>What the address and the headers of a push ask for.</summary>
internal sealed partial record PushTerms(
    WriteStrategy Strategy,
    SubmissionMode Mode,
    bool DryRun,
    string? IdempotencyKey,
    string? Source,
    string? Period,
    string? Sheet,
    string? Reason)
{
    /// <summary>The header that names a push.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <exception cref="RefusalException">400 when something asked for does not exist.</exception>
    public static PushTerms Of(HttpRequest request) => new(
        Choice<WriteStrategy>(request, "strategy", EdgeRefusals.StrategyUnknown),
        Choice<SubmissionMode>(request, "mode", EdgeRefusals.ModeUnknown),
        AskedParameter.Flag(Given(request, "dryRun"), EdgeRefusals.DryRunUnknown),
        KeyOf(request),
        Text(request, "source"),
        Text(request, "period"),
        Text(request, "sheet"),
        Text(request, "reason"));

    /// <summary>The body with what was said of it.</summary>
    /// <exception cref="RefusalException">400 when a sheet is named of what has none.</exception>
    public ReceivedBody BodyOf(BinaryData bytes, string mediaType) => Sheet is null || mediaType == MediaTypes.Xlsx
        ? new(bytes, mediaType, Source, Period, Sheet, Reason)
        : throw EdgeRefusals.SheetNotWorkbook.Refused();

    private static string? Given(HttpRequest request, string name) => request.Query[name] is [{ } text] ? text : null;

    // A text that is left empty says nothing; a choice that is left empty is none of those there are.
    private static string? Text(HttpRequest request, string name) => Given(request, name) is { Length: > 0 } text ? text : null;

    private static T Choice<T>(HttpRequest request, string name, RefusalCode unknown)
        where T : struct, Enum
    {
        if (Given(request, name) is not { } text)
        {
            return default;
        }

        return DomainCode.TryParse<T>(text, out var value)
            ? value
            : throw unknown.Refused(string.Join(", ", DomainCode.All<T>()));
    }

    private static string? KeyOf(HttpRequest request)
    {
        var given = request.Headers[KeyHeader];
        if (given.Count == 0)
        {
            return null;
        }

        return given is [{ } key] && WrittenKey().IsMatch(key)
            ? key
            : throw EdgeRefusals.IdempotencyInvalid.Refused();
    }

    [GeneratedRegex("^[!-~]{1,200}$")]
    private static partial Regex WrittenKey();
}
