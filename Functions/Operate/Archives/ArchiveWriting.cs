using System.IO.Compression;
using Evaluation.Core.Communities;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>
/// Writes all that is kept of a community in one file: documents with their versions, the journal, reports, and for readers
/// the values as CSV and the audit trail. The same state gives the same bytes.
/// </summary>
internal sealed class ArchiveWriting(
    Registry registry, ArchivedDocuments documents, Journal journal, ValueStore values, ReportStore reports, AuditTrail audit)
{
    private const int ReadAtOnce = 16;

    /// <summary>The archive, at its beginning; it goes away with its stream.</summary>
    public async Task<Stream> WriteAsync(Community community, CancellationToken cancellationToken)
    {
        var file = ArchiveFile.Temporary();
        try
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                var mark = new ArchiveMark(ArchiveFile.Format, community.Siren.ToString());
                ArchiveFile.Add(zip, ArchiveFile.Mark, ArchiveFile.Json(mark, ArchiveJson.Default.ArchiveMark));
                await foreach (var document in documents.ListAsync(community.Siren, cancellationToken))
                {
                    ArchiveFile.Add(zip, document.Name, document.Json);
                }

                await AddJournalAsync(zip, community, cancellationToken);
                await AddReportsAsync(zip, community, cancellationToken);
                await AddValuesAsync(zip, community, cancellationToken);
                await AddAuditAsync(zip, community, cancellationToken);
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

    private async Task AddJournalAsync(ZipArchive zip, Community community, CancellationToken cancellationToken)
    {
        foreach (var chunk in (await journal.NamesAsync(community.Siren, cancellationToken)).Chunk(ReadAtOnce))
        {
            var contents = await Task.WhenAll(chunk.Select(name => journal.FindAsync(name, cancellationToken)));
            foreach (var (name, content) in chunk.Zip(contents))
            {
                ArchiveFile.Add(
                    zip, ArchiveFile.Journal + name, content ?? throw new InvalidDataException($"{name} left the journal."));
            }
        }
    }

    private async Task AddReportsAsync(ZipArchive zip, Community community, CancellationToken cancellationToken)
    {
        var index = new List<ArchivedReport>();
        foreach (var version in await reports.ListAsync(community.Siren, null, cancellationToken))
        {
            var files = new List<ArchivedFile>();
            foreach (var name in version.Files)
            {
                var found = await reports.FindFileAsync(version, name, cancellationToken)
                    ?? throw new InvalidDataException($"The index names a file that is not there: {name}.");
                files.Add(new ArchivedFile(name, found.Details.ContentType));
                ArchiveFile.Add(zip, ArchiveFile.Reports + version.PathOf(name), found.Content);
            }

            var (key, number, fingerprint, generatedOn, _) = version;
            index.Add(new ArchivedReport(key.Mutualisation, key.Kind, key.Period, number, fingerprint, generatedOn, files));
        }

        ArchiveFile.Add(zip, ArchiveFile.ReportIndex, ArchiveFile.Json(index, ArchiveJson.Default.IReadOnlyListArchivedReport));
    }

    private async Task AddValuesAsync(ZipArchive zip, Community community, CancellationToken cancellationToken)
    {
        foreach (var mutualisation in await registry.ListMutualisationsAsync(community, cancellationToken))
        {
            var id = mutualisation.Value.Id;
            var years = await values.YearsAsync(community.Siren, id, cancellationToken);
            var stored = await values.ReadAsync(community.Siren, id, years, cancellationToken);
            ArchiveFile.Add(
                zip, $"{ArchiveFile.Values}{id}.csv", BinaryData.FromString(ValueEntry.Csv(stored.Select(ValueEntry.Of))));
        }
    }

    private async Task AddAuditAsync(ZipArchive zip, Community community, CancellationToken cancellationToken)
    {
        var entries = new List<AuditEntry>();
        await foreach (var stored in audit.ListAsync(community.Siren, after: 0, cancellationToken))
        {
            entries.Add(stored.Entry);
        }

        ArchiveFile.Add(zip, ArchiveFile.Audit, ArchiveFile.Json(entries, ArchiveJson.Default.IReadOnlyListAuditEntry));
    }
}
