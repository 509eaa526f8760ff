using Evaluation.Functions.Operate.Rebuild;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>
/// Whether an archive can be put in its place. Where the community is, everything must be that of the archive. Where it is
/// not, something may be left of it: a lost table, or another archive that was cut off half way.
/// </summary>
internal sealed class ArchiveRoom(
    Registry registry, ArchivedDocuments documents, Journal journal, SubmissionLog log, ReportStore reports)
{
    private const int ReadAtOnce = 16;

    /// <summary>Makes sure of the room.</summary>
    /// <param name="package">The archive.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="clears">Whether what is left and is not of the archive goes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RefusalException">409 when something is in its place; nothing was changed.</exception>
    public async Task RequireAsync(
        ArchivePackage package, ArchivedContent content, bool clears, CancellationToken cancellationToken)
    {
        if (await registry.FindCommunityAsync(package.Siren.ToString(), cancellationToken) is not null)
        {
            await RequireSameAsync(package, content, cancellationToken);
            return;
        }

        var leftDocuments = await DocumentsLeftAsync(package, content, cancellationToken);
        var leftReports = await ReportsLeftAsync(package, content, clears, cancellationToken);
        var leftJournal = await JournalLeftAsync(package, content, clears, cancellationToken);
        if (!clears && (leftDocuments.FirstOrDefault()?.Name
            ?? leftReports.Select(version => version.PathOf("")).Concat(leftJournal).FirstOrDefault()) is { } leftover)
        {
            throw ArchiveRefusal.Leftover(leftover);
        }

        foreach (var document in leftDocuments)
        {
            await documents.RemoveAsync(document, cancellationToken);
        }

        foreach (var version in leftReports)
        {
            await reports.RemoveAsync(version, cancellationToken);
        }

        foreach (var name in leftJournal)
        {
            if (JournalName.TryParse(name, out var submission))
            {
                await log.RemoveAsync(package.Siren, submission.Mutualisation, submission.Submission, cancellationToken);
            }

            await journal.RemoveAsync(name, cancellationToken);
        }
    }

    // A community that lives on is not gone back on: what came in since would be lost or doubled.
    private async Task RequireSameAsync(ArchivePackage package, ArchivedContent content, CancellationToken cancellationToken)
    {
        foreach (var versions in content.Documents)
        {
            if (await documents.IsThereAsync(versions[^1], cancellationToken) is not true)
            {
                throw ArchiveRefusal.Taken();
            }
        }

        var names = content.Journal.Names.Select(name => name.Text).ToHashSet(StringComparer.Ordinal);
        if (!names.SetEquals(await journal.NamesAsync(package.Siren, cancellationToken))
            || (await ReportsLeftAsync(package, content, clears: false, cancellationToken)).Count > 0)
        {
            throw ArchiveRefusal.Taken();
        }
    }

    private async Task<List<ArchivedDocument>> DocumentsLeftAsync(
        ArchivePackage package, ArchivedContent content, CancellationToken cancellationToken)
    {
        var archived = content.Documents.Select(versions => versions[^1]).ToDictionary(d => (d.Table, d.PartitionKey, d.RowKey));
        return await documents.PresentAsync(package.Siren, cancellationToken)
            .Where(there => !archived.TryGetValue((there.Table, there.PartitionKey, there.RowKey), out var document)
                || there.Version != document.Version
                || !there.Json.ToMemory().Span.SequenceEqual(document.Json.ToMemory().Span))
            .ToListAsync(cancellationToken);
    }

    // Reports that came after the archive stay, unless all that is left goes.
    private async Task<List<ReportVersion>> ReportsLeftAsync(
        ArchivePackage package, ArchivedContent content, bool clears, CancellationToken cancellationToken)
    {
        var archived = content.Reports.ToDictionary(r => (r.Version.Key, r.Version.Version), r => r.Version.Fingerprint);
        return [.. (await reports.EveryVersionAsync(package.Siren, cancellationToken)).Where(there =>
            archived.TryGetValue((there.Key, there.Version), out var fingerprint) ? fingerprint != there.Fingerprint : clears)];
    }

    // What came in after the archive comes back with it, unless it contradicts the archive or all that is left goes.
    private async Task<List<string>> JournalLeftAsync(
        ArchivePackage package, ArchivedContent content, bool clears, CancellationToken cancellationToken)
    {
        var names = await journal.NamesAsync(package.Siren, cancellationToken);
        var archived = content.Journal.Names.ToDictionary(name => name.Text, StringComparer.Ordinal);
        var left = new List<string>();
        foreach (var chunk in names.Where(archived.ContainsKey).Chunk(ReadAtOnce))
        {
            var there = await Task.WhenAll(chunk.Select(name => journal.FindAsync(name, cancellationToken)));
            left.AddRange(chunk.Zip(there)
                .Where(kept => kept.Second is null
                    || SubmissionId.HashOf(kept.Second.ToMemory().Span) != package.HashOf(ArchivedJournal.EntryOf(archived[kept.First])))
                .Select(kept => kept.First));
        }

        var beyond = names.Where(name => !archived.ContainsKey(name)).ToList();
        left.AddRange(clears ? beyond : await ContradictionsAsync(package, content, beyond, cancellationToken));
        return left;
    }

    private async Task<List<string>> ContradictionsAsync(
        ArchivePackage package, ArchivedContent content, List<string> beyond, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var read = beyond.Select(name => JournalName.TryParse(name, out var parsed) ? parsed : null).OfType<JournalName>();
        foreach (var ofService in read.GroupBy(name => name.Mutualisation, StringComparer.Ordinal))
        {
            var values = content.Journal.ValuesOf(ofService.Key, package);
            foreach (var answer in ofService.Where(name => name.Part == SubmissionPart.Answer).OrderBy(name => name.Submission.Text, StringComparer.Ordinal))
            {
                try
                {
                    (await JournaledSubmission.ReadAsync(journal, answer, cancellationToken)).AddTo(values);
                }
                catch (DamagedSubmissionException)
                {
                    found.Add(answer.Text);
                }
            }
        }

        return found;
    }
}
