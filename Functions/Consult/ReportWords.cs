using Evaluation.Core.French;
using Evaluation.Functions.Report;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Consult;

/// <summary>What became of a version of a report, in words.</summary>
internal static class ReportWords
{
    /// <summary>By what it is replaced, since when it is out of date, when it was transmitted and validated, in what function; null when nothing was done.</summary>
    public static string? Of(ReportIssue issue)
    {
        var words = string.Join(", ", new[] { Replaced(issue), Outdated(issue), Transmitted(issue), Validated(issue) }.OfType<string>());
        return words.Length == 0 ? null : Typography.Fix(words);
    }

    private static string? Replaced(ReportIssue issue) =>
        issue.ReplacedBy is { } by ? FormattableString.Invariant($"par la version {by.Version}") : null;

    private static string? Outdated(ReportIssue issue) =>
        issue.OutdatedOn is { } on ? $"version dépassée : des données ont changé le {FrenchDate.InWords(on)}" : null;

    private static string? Transmitted(ReportIssue issue) =>
        issue.Transmission is { } sent ? $"transmis le {Day(sent.At)}" : null;

    private static string? Validated(ReportIssue issue) =>
        issue.Validation is { } given ? $"validé le {Day(given.At)} ({given.Function})" : null;

    private static string Day(DateTimeOffset at) => FrenchDate.InWords(ParisTime.DateOf(at));
}
