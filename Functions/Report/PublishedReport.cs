using System.Text.Json;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Decisions;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>What a version says that acts on it depend on: read from its own file, never from what is known since.</summary>
/// <param name="Label">Name of the service.</param>
/// <param name="Received">What came of the values that were due.</param>
/// <param name="Sentence">The year in a sentence or two.</param>
/// <param name="ProposalSentence">What is proposed and why, or what is missing.</param>
/// <param name="Proposed">The decision that would follow the proposal; null when nothing is proposed.</param>
internal sealed record PublishedReport(
    string Label, ReportCompleteness Received, string Sentence, string ProposalSentence, DecisionKind? Proposed)
{
    private const string FileName = "report.json";

    /// <exception cref="InvalidDataException">The file is not there, or says no such thing.</exception>
    public static async Task<PublishedReport> ReadAsync(ReportStore reports, ReportVersion version, CancellationToken cancellationToken)
    {
        var file = await reports.FindFileAsync(version, FileName, cancellationToken)
            ?? throw new InvalidDataException($"The index names a file that is not there: {FileName}.");
        try
        {
            var report = JsonElement.Parse(file.Content.ToMemory().Span);
            var total = report.GetProperty("completeness").GetProperty("total");
            var summary = report.GetProperty("summary");
            return new PublishedReport(
                Text(report.GetProperty("cover"), "label"),
                new ReportCompleteness(total.GetProperty("received").GetInt32(), total.GetProperty("expected").GetInt32()),
                Text(summary, "sentence"),
                Text(summary, "proposal"),
                ProposalOf(report.GetProperty("criteria")));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{version.PathOf(FileName)} is not a report.", e);
        }
    }

    private static DecisionKind? ProposalOf(JsonElement criteria) =>
        !criteria.TryGetProperty("proposal", out var written) ? null
        : DomainCode.TryParse<ProposalKind>(written.GetString(), out var proposal) ? proposal.Followed()
        : throw new FormatException("The proposal is none.");

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}
