using Evaluation.Core.Communities;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>
/// Writes all that is kept of a community in one file: documents with their versions, the journal, reports, and for readers
/// the values as CSV and the audit trail. The same state gives the same bytes. One that could not be put back is not given.
/// </summary>
internal sealed class ArchiveWriting(
    Registry registry, ArchivedDocuments documents, Journal journal, ValueStore values, ReportStore reports, AuditTrail audit)
{
    private const int ReadAtOnce = 16;

    /// <summary>The archive, at its beginning; it goes away with its stream.</summary>
    /// <exception cref="DamagedSubmissionException">The journal no longer tells a submission whole.</exception>
    public async Task<Stream> WriteAsync(Community community, CancellationToken cancellationToken)
    {
        var file = ArchiveFile.Temporary();
        try
        {
            using (var zip = new ArchiveZip(file))
            {
                await foreach (var document in documents.ListAsync(community.Siren, cancellationToken))
                {
                    zip.Add(document.Name, document.Json);
                }

                await AddJournalAsync(zip, community, cancellationToken);
                await AddReportsAsync(zip, community, cancellationToken);
                await AddValuesAsync(zip, community, cancellationToken);
                await AddAuditAsync(zip, community, cancellationToken);
                zip.Seal(community.Siren);
            }

            file.Position = 0;
            using (var package = ArchivePackage.Open(file, community.Siren))
            {
                ArchivedJournal.Read(package);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task AddJournalAsync(ArchiveZip zip, Community community, CancellationToken cancellationToken)
    {
        foreach (var chunk in (await journal.NamesAsync(community.Siren, cancellationToken)).Chunk(ReadAtOnce))
        {
            var contents = await Task.WhenAll(chunk.Select(name => journal.FindAsync(name, cancellationToken)));
            foreach (var (name, content) in chunk.Zip(contents))
            {
                zip.Add(
                    ArchiveFile.Journal + name, content ?? throw new InvalidDataException($"{name} left the journal."));
            }
        }
    }

    private async Task AddReportsAsync(ArchiveZip zip, Community community, CancellationToken cancellationToken)
    {
        var index = new List<ArchivedReport>();
        foreach (var version in (await reports.EveryVersionAsync(community.Siren, cancellationToken)).Where(v => v.IsPublished))
        {
            var files = new List<ArchivedFile>();
            foreach (var name in version.Files)
            {
                var found = await reports.FindFileAsync(version, name, cancellationToken)
                    ?? throw new InvalidDataException($"The index names a file that is not there: {name}.");
                files.Add(new ArchivedFile(name, found.Details.ContentType));
                zip.Add(ArchiveFile.Reports + version.PathOf(name), found.Content);
            }

            var (key, number, fingerprint, generatedOn, _) = version;
            index.Add(new ArchivedReport(key.Mutualisation, key.KindText, key.Period, number, fingerprint, generatedOn, files));
        }

        zip.Add(ArchiveFile.ReportIndex, index, ArchiveJson.Default.IReadOnlyListArchivedReport);
    }

    private async Task AddValuesAsync(ArchiveZip zip, Community community, CancellationToken cancellationToken)
    {
        foreach (var mutualisation in await registry.ListMutualisationsAsync(community, cancellationToken))
        {
            var id = mutualisation.Value.Id;
            var years = await values.YearsAsync(community.Siren, id, cancellationToken);
            var stored = await values.ReadAsync(community.Siren, id, years, cancellationToken);
            zip.Add(ArchiveFile.ValuesOf(id), BinaryData.FromString(ValueEntry.Csv(stored.Select(ValueEntry.Of))));
        }
    }

    private async Task AddAuditAsync(ArchiveZip zip, Community community, CancellationToken cancellationToken)
    {
        var entries = new List<AuditEntry>();
        await foreach (var stored in audit.ListAsync(community.Siren, after: 0, cancellationToken))
        {
            entries.Add(stored.Entry);
        }

        zip.Add(ArchiveFile.Audit, entries, ArchiveJson.Default.IReadOnlyListAuditEntry);
    }
}
