using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Tests.Soak;

/// <summary>
/// Whether everything that is left after a run tells the same story: what senders were answered, the log of submissions,
/// the journal, every revision of every value, the values themselves.
/// </summary>
internal sealed class Agreement(string storage, HttpClient http, IReadOnlyList<SoakPush> pushes)
{
    private static readonly Siren Community = Siren.Parse(SoakService.Siren);

    private readonly List<string> _disagreements = [];
    private readonly Journal _journal =
        new(new BlobServiceClient(storage).GetBlobContainerClient(StorageNames.JournalContainer));

    private readonly ValueStore _values =
        new(new TableService(storage).Table(StorageNames.ValuesTable));

    /// <summary>What does not agree.</summary>
    public IReadOnlyList<string> Disagreements => _disagreements;

    /// <summary>Submissions applied.</summary>
    public int Submissions { get; private set; }

    /// <summary>Revisions that exist.</summary>
    public int Revisions { get; private set; }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(cancellationToken);
        Submissions = applied.Count;
        CheckAnswers(applied);
        await CheckRevisionsAsync(applied, cancellationToken);
        await CheckRebuildAsync(cancellationToken);
    }

    // The log, and beside each of its rows what the journal tells.
    private async Task<Dictionary<string, AppliedSubmission>> AppliedAsync(CancellationToken cancellationToken)
    {
        var table = new TableService(storage).Table(StorageNames.SubmissionsTable);
        var filter = Table.CreateQueryFilter(
            $"PartitionKey eq {SubmissionRow.PartitionOf(Community, SoakService.Id)} and RowKey lt {IdempotencyKeys.FirstRow}");
        var applied = new Dictionary<string, AppliedSubmission>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            var submission = SubmissionRow.Read(row);
            if (submission.State == SubmissionState.Abandoned)
            {
                continue;
            }

            var entry = await _journal.FindEntryAsync(Community, SoakService.Id, submission.Id, cancellationToken);
            var json = await _journal.FindAnswerAsync(Community, SoakService.Id, submission.Id, cancellationToken);
            if (submission.State != SubmissionState.Applied || entry is null || json is null)
            {
                Disagree($"{submission.Id.Text} is {submission.State}, its journal not whole");
                continue;
            }

            var answer = JsonSerializer.Deserialize(json.ToMemory().Span, CollectJson.Answers.SubmissionAnswer)!;
            Expect(answer.Counts == submission.Counts, $"{submission.Id.Text}: {answer.Counts} in the journal, {submission.Counts} in the log");
            applied[submission.Id.Text] = new AppliedSubmission(entry, answer, json.ToString());
        }

        return applied;
    }

    // Each push is one submission, whatever happened on the way, and got one answer: that of the journal.
    private void CheckAnswers(Dictionary<string, AppliedSubmission> applied)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var push in pushes.Where(p => p.Answers.Count > 0))
        {
            Expect(push.Answers.Distinct(StringComparer.Ordinal).Count() == 1, $"{push.Key}: several answers");
            var id = JsonSerializer.Deserialize(push.Answers[0], CollectJson.Answers.SubmissionAnswer)!.SubmissionId;
            Expect(taken.Add(id), $"{push.Key}: {id} answers another push as well");
            Expect(applied.TryGetValue(id, out var kept) && kept.Json == push.Answers[0], $"{push.Key}: {push.Answers[0]} but in the journal {kept?.Json}");
        }

        var mayBe = taken.Count + pushes.Count(p => p.Answers.Count == 0);
        Expect(applied.Count >= taken.Count && applied.Count <= mayBe, $"{applied.Count} submissions for {taken.Count} to {mayBe} pushes");
    }

    private async Task CheckRevisionsAsync(Dictionary<string, AppliedSubmission> applied, CancellationToken cancellationToken)
    {
        var told = new Dictionary<ValueKey, SortedList<int, ToldRevision>>();
        foreach (var (id, submission) in applied)
        {
            CheckWhole(id, submission);
            foreach (var (row, answer) in submission.Entry.CheckedRows().Zip(submission.Answer.Results).Where(r => r.Second.Revision is not null))
            {
                var revisions = told.TryGetValue(row.Key!.Value, out var known) ? known : told[row.Key.Value] = [];
                Expect(
                    revisions.TryAdd(answer.Revision!.Value, new ToldRevision(id, answer.Outcome, row.Value?.Value)),
                    $"{row.Key}: revision {answer.Revision} is that of two submissions");
            }
        }

        var current = await CurrentAsync(cancellationToken);
        foreach (var (key, revisions) in told)
        {
            var stored = await _values.RevisionsAsync(Community, SoakService.Id, key, cancellationToken);
            Revisions += stored.Count;
            CheckHistory(key, revisions, stored);
            var last = stored.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{stored[^1].Revision} {stored[^1].Value}");
            Expect(current.Remove($"{key.Indicator} {key.Member} {key.Period}", out var listed) && listed == last, $"{key}: {listed} listed, {last} stored");
        }

        Expect(current.Count == 0, $"values that no submission gave: {string.Join(", ", current.Keys)}");
    }

    // Atomic: all rows or none.
    private void CheckWhole(string id, AppliedSubmission submission)
    {
        var refused = submission.Answer.Results.Count(row => row.IsRefused());
        Expect(
            submission.Entry.Terms.Mode != SubmissionMode.Atomic || refused == 0 || refused == submission.Answer.Results.Count,
            $"{id} is atomic and was half accepted: {submission.Json}");
    }

    // The revisions, one after the other, are a serial order in which every answer makes sense.
    private void CheckHistory(ValueKey key, SortedList<int, ToldRevision> told, IReadOnlyList<ValueCell> stored)
    {
        Expect(
            stored.Select(cell => cell.Revision).SequenceEqual(Enumerable.Range(1, stored.Count)) && told.Keys.SequenceEqual(stored.Select(cell => cell.Revision)),
            $"{key}: revisions {string.Join(' ', stored.Select(c => c.Revision))} stored, {string.Join(' ', told.Keys)} told");
        ValueCell? before = null;
        foreach (var cell in stored)
        {
            var right = told.TryGetValue(cell.Revision, out var said) ? said : new ToldRevision("", "", null);
            Expect(
                (cell.Submission, cell.Value) == (right.Submission, right.Value),
                $"{key} revision {cell.Revision}: {cell.Submission} {cell.Value} stored, {right.Submission} {right.Value} told");
            var outcome = cell.IsDeleted ? "deleted" : before is null or { IsDeleted: true } ? "created" : "changed";
            Expect(outcome == right.Outcome, $"{key} revision {cell.Revision}: {outcome} it is, {right.Outcome} told");
            Expect(
                before is null || string.CompareOrdinal(before.Submission, cell.Submission) < 0,
                $"{key} revision {cell.Revision}: {cell.Submission} over the later {before?.Submission}");
            before = cell;
        }
    }

    private async Task<Dictionary<string, string>> CurrentAsync(CancellationToken cancellationToken)
    {
        var list = await http.GetFromJsonAsync($"{SoakService.Address}/values?from=2025&to=2025&includeDeleted=true", CollectJson.Answers.ValueList, cancellationToken);
        return list!.Values.ToDictionary(
            v => $"{v.Indicator} {v.Member} {v.Period}",
            v => string.Create(CultureInfo.InvariantCulture, $"{v.Revision} {v.Value}"));
    }

    private async Task CheckRebuildAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync($"{SoakService.Community}/rebuild", null, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        Expect(text.Contains("\"written\":0,\"removed\":0", StringComparison.Ordinal), $"a rebuild says {text}");
    }

    private void Expect(bool agrees, string otherwise)
    {
        if (!agrees)
        {
            Disagree(otherwise);
        }
    }

    private void Disagree(string what) => _disagreements.Add(what);

    private sealed record AppliedSubmission(JournalEntry Entry, SubmissionAnswer Answer, string Json);

    private sealed record ToldRevision(string Submission, string Outcome, decimal? Value);
}
