using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Rebuild;

namespace Evaluation.Functions.Operate.Rebuild;

/// <summary>What the journal tells of a submission that was applied.</summary>
internal sealed record JournaledSubmission
{
    private readonly SubmissionId _id;
    private readonly IReadOnlyList<CheckedRow> _rows;
    private readonly bool _hasReason;

    /// <exception cref="DamagedSubmissionException">The answer is not that to the entry.</exception>
    public JournaledSubmission(SubmissionId id, JournalEntry entry, SubmissionAnswer answer)
    {
        (_id, _rows, _hasReason, Answer) = (id, entry.CheckedRows(), entry.Terms.Reason is not null, answer);
        if (_rows.Count != answer.Results.Count
            || _rows.Zip(answer.Results).Any(r => r.Second.Revision is { } revision && (revision < 1 || r.First.Key is null)))
        {
            throw new DamagedSubmissionException(id, SubmissionPart.Answer);
        }
    }

    public SubmissionAnswer Answer { get; }

    /// <summary>Reads a submission of the journal that was answered.</summary>
    /// <exception cref="DamagedSubmissionException">It is not whole.</exception>
    public static async Task<JournaledSubmission> ReadAsync(Journal journal, JournalName name, CancellationToken cancellationToken)
    {
        var (siren, mutualisation, id, _) = name;
        var entry = await journal.FindEntryAsync(siren, mutualisation, id, cancellationToken)
            ?? throw new DamagedSubmissionException(id, SubmissionPart.Entry);
        var answer = await journal.FindAnswerAsync(siren, mutualisation, id, cancellationToken)
            ?? throw new DamagedSubmissionException(id, SubmissionPart.Answer);
        return new JournaledSubmission(id, entry, WrittenAnswer.Read(id, answer).Answer);
    }

    /// <summary>Adds the revisions that it made.</summary>
    /// <exception cref="DamagedSubmissionException">Another submission made one of them; the others are added.</exception>
    public void AddTo(RebuiltValues rebuilt)
    {
        var isWhole = true;
        foreach (var (row, told) in _rows.Zip(Answer.Results))
        {
            isWhole &= told.Revision is not { } revision || rebuilt.TryAdd(_id, row, revision, _hasReason);
        }

        if (!isWhole)
        {
            throw new DamagedSubmissionException(_id, SubmissionPart.Answer);
        }
    }
}
