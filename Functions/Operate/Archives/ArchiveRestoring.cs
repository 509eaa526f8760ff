using Evaluation.Core.Communities;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Operate.Rebuild;
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
    Registry registry, ArchivedDocuments documents, Journal journal, ReportStore reports, TableRebuild rebuild)
{
    /// <summary>Puts everything back.</summary>
    /// <exception cref="ApiProblemException">
    /// 400 or 422 when the archive is not right, 409 when something else is in its place: nothing was written, unless a file of
    /// the journal or of a report turned out to be damaged; the whole archive then finishes it.
    /// </exception>
    public async Task<ArchiveAnswer> RestoreAsync(Siren siren, ArchivePackage package, CancellationToken cancellationToken)
    {
        var archived = package.Documents();
        var (community, mutualisations) = ArchivedCommunity.Read(siren, [.. archived.Select(versions => versions[^1])]);
        var kept = package.JournalNames();
        var versionsOfReports = package.Reports([.. mutualisations.Select(m => m.Id)]);
        await RequireRoomAsync(siren, archived, kept, cancellationToken);
        await RequireRoomAsync(versionsOfReports, cancellationToken);

        foreach (var name in kept)
        {
            await journal.RestoreAsync(name, package.OfJournal(name), cancellationToken);
        }

        foreach (var (version, files) in versionsOfReports)
        {
            await reports.TryReserveAsync(version, cancellationToken);
            await reports.PublishAsync(version, [.. files.Select(file => package.Read(version, file))], cancellationToken);
        }

        foreach (var versions in archived.Where(versions => !ArchivedCommunity.IsCommunity(versions[0])))
        {
            await documents.RestoreAsync(versions, cancellationToken);
        }

        var results = new List<RebuildResult>();
        foreach (var mutualisation in mutualisations)
        {
            results.Add(await rebuild.RebuildAsync(community, mutualisation, cancellationToken));
        }

        await documents.RestoreAsync(archived.First(versions => ArchivedCommunity.IsCommunity(versions[0])), cancellationToken);
        return new ArchiveAnswer(archived.Count, kept.Count, versionsOfReports.Count, results);
    }

    // A community that lives on is not gone back on: what came in since would be lost or doubled.
    private async Task RequireRoomAsync(
        Siren siren,
        IReadOnlyList<IReadOnlyList<ArchivedDocument>> archived,
        IReadOnlyList<string> kept,
        CancellationToken cancellationToken)
    {
        var isThere = await registry.FindCommunityAsync(siren.ToString(), cancellationToken) is not null;
        foreach (var versions in archived)
        {
            if (await documents.IsThereAsync(versions[^1], cancellationToken) is not { } isSame ? isThere : !isSame)
            {
                throw Taken();
            }
        }

        // Where only the journal is left, what it holds beyond the archive comes back with it.
        if (isThere && !kept.ToHashSet(StringComparer.Ordinal).SetEquals(await journal.NamesAsync(siren, cancellationToken)))
        {
            throw Taken();
        }
    }

    private async Task RequireRoomAsync(
        IReadOnlyList<(ReportVersion Version, IReadOnlyList<ArchivedFile> Files)> archived, CancellationToken cancellationToken)
    {
        foreach (var (version, _) in archived)
        {
            var present = await reports.VersionsAsync(version.Key, cancellationToken);
            if (present.Any(p => p.Version == version.Version && p.Fingerprint != version.Fingerprint))
            {
                throw Taken();
            }
        }
    }

    private static ApiProblemException Taken() => new(
        409,
        "archive.communityThere",
        "Cette communauté a déjà des données qui ne sont pas celles de l’archive : une archive ne se restitue que là où la communauté n’est pas encore.");
}
