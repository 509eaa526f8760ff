using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>All that is put back of an archive, and that all of it is right.</summary>
/// <param name="Community">The community.</param>
/// <param name="Mutualisations">Its services.</param>
/// <param name="Documents">Every document, each with its versions in order, the present one last.</param>
/// <param name="Journal">What the journal held.</param>
/// <param name="Reports">The published versions of reports, and their files.</param>
internal sealed record ArchivedContent(
    Community Community,
    IReadOnlyList<Mutualisation> Mutualisations,
    IReadOnlyList<IReadOnlyList<ArchivedDocument>> Documents,
    ArchivedJournal Journal,
    IReadOnlyList<(ReportVersion Version, IReadOnlyList<ArchivedFile> Files)> Reports)
{
    /// <summary>Reads an archive to its end.</summary>
    /// <exception cref="RefusalException">422 with what is missing, unknown, damaged or against a rule.</exception>
    public static ArchivedContent Read(ArchivePackage package)
    {
        var documents = DocumentsOf(package);
        var (community, mutualisations) = ArchivedCommunity.Read(package.Siren, documents);
        var services = mutualisations.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var journal = JournalOf(package);
        var reports = ReportsOf(package, services, community.Members.Select(m => ReportKey.StandsFor(m.Siren)).ToHashSet(StringComparer.Ordinal));
        RequireJust(
            package,
            [
                .. documents.SelectMany(versions => versions).Select(document => document.Name),
                .. journal.Names.Where(name => services.Contains(name.Mutualisation)).Select(ArchivedJournal.EntryOf),
                .. reports.SelectMany(report => report.Files.Select(file => EntryOf(report.Version, file))),
                .. services.Select(ArchiveFile.ValuesOf),
                ArchiveFile.ReportIndex,
                ArchiveFile.Audit,
            ]);
        return new ArchivedContent(community, mutualisations, documents, journal, reports);
    }

    /// <summary>The entry of an archive that holds a file of a report.</summary>
    public static string EntryOf(ReportVersion version, ArchivedFile file) => ArchiveFile.Reports + version.PathOf(file.Name);

    private static void RequireJust(ArchivePackage package, HashSet<string> known)
    {
        if (package.Names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw ArchiveRefusal.Unknown(unknown);
        }

        if (known.Order(StringComparer.Ordinal).FirstOrDefault(name => !package.Names.Contains(name)) is { } missing)
        {
            throw ArchiveRefusal.Missing(missing);
        }
    }

    private static List<IReadOnlyList<ArchivedDocument>> DocumentsOf(ArchivePackage package) =>
        [.. package.Names.Where(name => name.StartsWith(ArchivedDocument.Folder, StringComparison.Ordinal))
            .Select(name => ArchivedDocument.Read(package.Siren, name, package.Read(name)) ?? throw ArchiveRefusal.Unknown(name))
            .GroupBy(d => (d.Table, d.PartitionKey, d.RowKey))
            .Select(group => group.OrderBy(d => d.Version).ToList())];

    private static ArchivedJournal JournalOf(ArchivePackage package)
    {
        try
        {
            return ArchivedJournal.Read(package);
        }
        catch (DamagedSubmissionException e)
        {
            var there = package.Names.First(name => name.Contains("/" + e.Submission.Text + ".", StringComparison.Ordinal));
            var entry = JournalName.TryParse(there[ArchiveFile.Journal.Length..], out var name)
                ? ArchivedJournal.EntryOf(name with { Part = e.Part })
                : there;
            throw package.Names.Contains(entry) ? ArchiveRefusal.Damaged(entry) : ArchiveRefusal.Missing(entry);
        }
    }

    private static List<(ReportVersion Version, IReadOnlyList<ArchivedFile> Files)> ReportsOf(
        ArchivePackage package, HashSet<string> mutualisations, HashSet<string> members)
    {
        var index = package.Read(ArchiveFile.ReportIndex, ArchiveJson.Default.IReadOnlyListArchivedReport);
        var isRight = index.All(report => report?.IsOf(mutualisations, members) is true)
            && index.DistinctBy(report => (report.Mutualisation, report.Kind, report.Period, report.Version)).Count() == index.Count;
        return isRight
            ? [.. index.Select(report => (report.VersionOf(package.Siren), report.Files))]
            : throw ArchiveRefusal.Damaged(ArchiveFile.ReportIndex);
    }
}
