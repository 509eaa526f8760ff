using Evaluation.Functions.Collect;
using Evaluation.Functions.Operate.Rebuild;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Rebuild;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>What an archive holds of the journal, of which every submission can be read and agrees with the others.</summary>
/// <param name="Names">Every name, in the order of the archive.</param>
internal sealed record ArchivedJournal(IReadOnlyList<JournalName> Names)
{
    /// <summary>Reads every submission.</summary>
    /// <exception cref="RefusalException">422 when a name is none of the journal of the community.</exception>
    /// <exception cref="DamagedSubmissionException">A submission is not whole.</exception>
    public static ArchivedJournal Read(ArchivePackage package)
    {
        var names = new List<JournalName>();
        foreach (var entry in package.Names.Where(name => name.StartsWith(ArchiveFile.Journal, StringComparison.Ordinal)))
        {
            names.Add(JournalName.TryParse(entry[ArchiveFile.Journal.Length..], out var name) && name.Siren == package.Siren
                ? name
                : throw ArchiveRefusal.Unknown(entry));
        }

        var journal = new ArchivedJournal(names);
        foreach (var service in names.Select(name => name.Mutualisation).Distinct(StringComparer.Ordinal))
        {
            journal.ValuesOf(service, package);
        }

        return journal;
    }

    /// <summary>The values of a service that it makes.</summary>
    /// <exception cref="DamagedSubmissionException">A submission is not whole.</exception>
    public RebuiltValues ValuesOf(string service, ArchivePackage package)
    {
        var rebuilt = new RebuiltValues(package.Siren, service);
        foreach (var submission in Names.Where(name => name.Mutualisation == service)
            .GroupBy(name => name.Submission).OrderBy(s => s.Key.Text, StringComparer.Ordinal))
        {
            SubmissionOf(package, submission.Key, submission.ToDictionary(name => name.Part, EntryOf))?.AddTo(rebuilt);
        }

        return rebuilt;
    }

    /// <summary>The entry of an archive that holds a name of the journal.</summary>
    public static string EntryOf(JournalName name) => ArchiveFile.Journal + name.Text;

    // Null while it was not answered: putting it back finishes it.
    private static JournaledSubmission? SubmissionOf(
        ArchivePackage package, SubmissionId id, Dictionary<SubmissionPart, string> entries)
    {
        if (!entries.TryGetValue(SubmissionPart.Body, out var body) || !id.IsOf(package.HashOf(body)))
        {
            throw new DamagedSubmissionException(id, SubmissionPart.Body);
        }

        var entry = entries.TryGetValue(SubmissionPart.Entry, out var decided) ? JournalEntry.Read(id, package.Read(decided)) : null;
        var isAnswered = entries.TryGetValue(SubmissionPart.Answer, out var answered);
        if (isAnswered ? entry?.Sha256 != package.HashOf(body) : entry is not null && entry.Sha256 != package.HashOf(body))
        {
            throw new DamagedSubmissionException(id, SubmissionPart.Entry);
        }

        return isAnswered
            ? new JournaledSubmission(id, entry!, WrittenAnswer.Read(id, package.Read(answered!)).Answer)
            : null;
    }
}
