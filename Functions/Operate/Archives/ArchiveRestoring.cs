using Evaluation.Functions.Operate.Rebuild;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>What was put back.</summary>
/// <param name="Documents">Declarations, costs and decisions.</param>
/// <param name="Journal">Bodies, decisions and answers of submissions.</param>
/// <param name="Reports">Versions of reports.</param>
/// <param name="Mutualisations">What the tables of each hold, made again from the journal.</param>
internal sealed record ArchiveAnswer(int Documents, int Journal, int Reports, IReadOnlyList<RebuildResult> Mutualisations);

/// <summary>
/// Puts an archive back where its community is not. The community itself comes last: until then nobody sees a part of it,
/// and the same archive sent again finishes what a crash left. Where all of it is there already, nothing changes.
/// </summary>
internal sealed class ArchiveRestoring(
    ArchiveRoom room, ArchivedDocuments documents, Journal journal, ReportStore reports, TableRebuild rebuild)
{
    /// <summary>Puts everything back.</summary>
    /// <param name="package">The archive.</param>
    /// <param name="clears">Whether what is left of the community and is not of the archive goes first.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RefusalException">
    /// 422 when the archive is not right, 409 when something else is in its place: nothing was written.
    /// </exception>
    public async Task<ArchiveAnswer> RestoreAsync(ArchivePackage package, bool clears, CancellationToken cancellationToken)
    {
        var content = ArchivedContent.Read(package);
        await room.RequireAsync(package, content, clears, cancellationToken);

        foreach (var name in content.Journal.Names)
        {
            await journal.RestoreAsync(name, package.Read(ArchivedJournal.EntryOf(name)), cancellationToken);
        }

        foreach (var (version, files) in content.Reports)
        {
            await reports.TryReserveAsync(version, cancellationToken);
            await reports.PublishAsync(
                version,
                [.. files.Select(file => new ReportFile(
                    file.Name, file.ContentType, package.Read(ArchivedContent.EntryOf(version, file))))],
                cancellationToken);
        }

        foreach (var versions in content.Documents.Where(versions => !ArchivedCommunity.IsCommunity(versions[0])))
        {
            await documents.RestoreAsync(versions, cancellationToken);
        }

        var results = new List<RebuildResult>();
        foreach (var mutualisation in content.Mutualisations)
        {
            results.Add(await rebuild.RestoreAsync(content.Community, mutualisation, cancellationToken));
        }

        await documents.RestoreAsync(
            content.Documents.First(versions => ArchivedCommunity.IsCommunity(versions[0])), cancellationToken);
        return new ArchiveAnswer(content.Documents.Count, content.Journal.Names.Count, content.Reports.Count, results);
    }
}
