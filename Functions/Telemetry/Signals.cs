using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Evaluation.Functions.Telemetry;

/// <summary>
/// What the app tells of its own work: one source of spans, one meter. Without a setting nobody listens and nothing is
/// measured (docs/operations.md, “Telemetry”). Attributes hold kinds, codes, templates of addresses and names of tables:
/// never a key, a person, a file or an address as it was asked for.
/// </summary>
internal static class Signals
{
    /// <summary>Name of the source and of the meter.</summary>
    public const string Name = "Evaluation";

    public static readonly ActivitySource Source = new(Name);

    public static readonly Meter Meter = new(Name);

    /// <summary>Submissions taken in or tried, by <c>trial</c>.</summary>
    public static readonly Counter<long> Pushes = Meter.CreateCounter<long>(
        "evaluation.pushes", "{push}", "Submissions answered, pushed or pulled.");

    /// <summary>Rows of the submissions that were taken in, by <c>outcome</c>.</summary>
    public static readonly Counter<long> Rows = Meter.CreateCounter<long>(
        "evaluation.rows", "{row}", "Rows of submissions, by what became of them.");

    /// <summary>Requests refused or failed, by <c>code</c> and <c>status</c>.</summary>
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "evaluation.refusals", "{refusal}", "Requests answered by a problem, by its code.");

    /// <summary>Requests to storage, its retries counted as one, by <c>kind</c>, <c>method</c> and <c>outcome</c>.</summary>
    public static readonly Counter<long> StorageOperations = Meter.CreateCounter<long>(
        "evaluation.storage.operations", "{operation}", "Operations on storage.");

    /// <summary>How long pieces of work took, by <c>work</c> and <c>outcome</c>.</summary>
    public static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        "evaluation.duration", "s", "How long a piece of work took.");

    /// <summary>Begins a piece of work: a span and, at its end, a duration.</summary>
    /// <param name="work">What it is: one of a few names.</param>
    public static Work Begin(string work) => new(work, Source.StartActivity(work));

    /// <summary><see cref="Begin(string)"/>, as part of the trace in which it was asked for.</summary>
    /// <param name="work">What it is.</param>
    /// <param name="traceParent">The W3C traceparent of who asked; that of the caller when null or unreadable.</param>
    /// <param name="kind">On which side of a call it is.</param>
    public static Work Begin(string work, string? traceParent, ActivityKind kind) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var asked)
            ? new(work, Source.StartActivity(work, kind, asked))
            : new(work, Source.StartActivity(work, kind));
}
