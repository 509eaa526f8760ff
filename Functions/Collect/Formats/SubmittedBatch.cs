using Evaluation.Core.Submissions;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats;

/// <summary>What a body says, whatever its format.</summary>
/// <param name="Source">The application that sends, at most 100 characters.</param>
/// <param name="Reason">Why these values are sent or corrected; null when not given.</param>
/// <param name="Rows">1 to 10 000 rows, in the order of the body.</param>
internal sealed record SubmittedBatch(string Source, string? Reason, IReadOnlyList<SubmittedRow> Rows)
{
    /// <summary>Most rows in one body.</summary>
    public const int MaxRows = 10_000;

    /// <summary>Most bytes in one body, once decompressed.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Most characters of a source.</summary>
    public const int LongestSource = 100;

    /// <summary>The most letters of a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>What our own template says of itself; null when the rows do not come from it.</summary>
    public TemplateMark? Template { get; init; }

    /// <summary>Lines of the template that nobody filled in: they are not sent; null where there are none.</summary>
    public int? NotSent { get; init; }

    /// <summary>The source, once checked.</summary>
    /// <exception cref="RefusalException">400 when it is missing, too long or holds control characters.</exception>
    public static string SourceOf(string? given) =>
        string.IsNullOrWhiteSpace(given) || given.Length > LongestSource || given.Any(char.IsControl)
            ? throw EdgeRefusals.SourceMissing.Refused()
            : given;

    /// <summary>The reason without the spaces around it, once checked; null when there is none.</summary>
    /// <exception cref="RefusalException">400 when it is too long or holds control characters.</exception>
    public static string? ReasonOf(string? given) => given switch
    {
        { Length: > LongestReason } => throw ReasonRefused(),
        { } text when text.Any(char.IsControl) => throw ReasonRefused(),
        _ => string.IsNullOrWhiteSpace(given) ? null : given.Trim(),
    };

    /// <summary>Too many rows.</summary>
    public static RefusalException TooManyRows() => EdgeRefusals.ValuesTooMany.Refused();

    private static RefusalException ReasonRefused() => EdgeRefusals.ReasonInvalid.Refused();
}
