using System.IO.Compression;
using System.Text.Json;
using Evaluation.Core.Communities;
using Evaluation.Core.Periods;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>An archive that came in: what it takes once decompressed is counted, not believed.</summary>
internal sealed class ArchivePackage : IDisposable
{
    private const int MostEntries = 200_000;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;
    private const long MostBytesOfEntry = 64L * 1024 * 1024;

    private readonly ZipArchive _zip;
    private readonly Siren _siren;
    private long _left = MostBytes;

    private ArchivePackage(Stream file, Siren siren)
    {
        _siren = siren;
        _zip = Unzip(file);
    }

    /// <summary>Opens an archive of a community.</summary>
    /// <exception cref="ApiProblemException">400 when it is none, 422 when it is of another community.</exception>
    public static ArchivePackage Open(Stream file, Siren siren)
    {
        var package = new ArchivePackage(file, siren);
        try
        {
            package.RequireMark();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>The documents, each with its versions in order.</summary>
    /// <exception cref="ApiProblemException">400 when the archive cannot be read, 422 when it holds what no archive holds.</exception>
    public IReadOnlyList<IReadOnlyList<ArchivedDocument>> Documents() =>
        [.. Named(ArchivedDocument.Folder)
            .Select(entry => ArchivedDocument.Read(_siren, entry.FullName, Content(entry)) ?? throw Unknown(entry.FullName))
            .GroupBy(d => (d.Table, d.PartitionKey, d.RowKey))
            .Select(group => group.OrderBy(d => d.Version).ToList())];

    /// <summary>The names of what the journal held.</summary>
    /// <exception cref="ApiProblemException">422 when one is no name of the journal of this community.</exception>
    public IReadOnlyList<string> JournalNames() =>
    [
        .. Named(ArchiveFile.Journal).Select(entry => entry.FullName[ArchiveFile.Journal.Length..]).Select(name =>
            Store.Journal.IsName(_siren, name) ? name : throw Unknown(ArchiveFile.Journal + name)),
    ];

    /// <summary>What the journal held under one of its names: all of them together may not fit in memory.</summary>
    /// <exception cref="ApiProblemException">400 when it cannot be read.</exception>
    public BinaryData OfJournal(string name) => Content(_zip.GetEntry(ArchiveFile.Journal + name) ?? throw Unreadable());

    /// <summary>The published versions of reports of some mutualisations, and their files.</summary>
    /// <exception cref="ApiProblemException">400 when the index cannot be read, 422 when it tells of something else.</exception>
    public IReadOnlyList<(ReportVersion Version, IReadOnlyList<ArchivedFile> Files)> Reports(IReadOnlyCollection<string> mutualisations)
    {
        var index = _zip.GetEntry(ArchiveFile.ReportIndex) is { } entry
            ? Parse(entry, ArchiveJson.Default.IReadOnlyListArchivedReport)
            : [];
        return
        [
            .. index.Select(report => mutualisations.Contains(report.Mutualisation)
                && Period.TryParse(report.Period, out _)
                && report.Kind.All(c => char.IsAsciiLetterLower(c) || c == '-')
                && report.Version > 0
                    ? (report.VersionOf(_siren), report.Files)
                    : throw Unknown(ArchiveFile.ReportIndex)),
        ];
    }

    /// <summary>A file of a report.</summary>
    /// <exception cref="ApiProblemException">400 when the archive lacks it.</exception>
    public ReportFile Read(ReportVersion version, ArchivedFile file) => new(
        file.Name,
        file.ContentType,
        Content(_zip.GetEntry(ArchiveFile.Reports + version.PathOf(file.Name)) ?? throw Unreadable()));

    public void Dispose() => _zip.Dispose();

    /// <summary>The refusal of an entry that no archive of the community holds.</summary>
    public static ApiProblemException Unknown(string name) => new(
        422, "archive.unknownEntry", $"L’archive contient un élément inattendu, « {Clipped(name)} » : retirez-le, ou reprenez l’archive d’origine.");

    /// <summary>The refusal of what is no archive.</summary>
    public static ApiProblemException Unreadable() => new(
        400, "archive.unreadable", "Ce fichier n’est pas une archive lisible : envoyez le fichier zip obtenu de l’application, sans le modifier.");

    private static string Clipped(string name) => name.Length <= 80 ? name : name[..80] + "…";

    private static ZipArchive Unzip(Stream file)
    {
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw Unreadable();
        }
    }

    private static ApiProblemException TooLarge() => new(
        413, "archive.tooLarge", "Cette archive dépasse ce que l’application relit en une fois : demandez à l’exploitant de la restituer par parties.");

    private void RequireMark()
    {
        if (_zip.Entries.Count > MostEntries)
        {
            throw TooLarge();
        }

        var mark = Parse(_zip.GetEntry(ArchiveFile.Mark) ?? throw Unreadable(), ArchiveJson.Default.ArchiveMark);
        if (mark.Format != ArchiveFile.Format)
        {
            throw Unreadable();
        }

        if (mark.Siren != _siren.ToString())
        {
            throw new ApiProblemException(
                422, "archive.otherCommunity", "Cette archive est celle d’une autre communauté : vérifiez le SIREN de l’adresse.");
        }
    }

    private IEnumerable<ZipArchiveEntry> Named(string folder) =>
        _zip.Entries.Where(e => e.FullName.StartsWith(folder, StringComparison.Ordinal) && !e.FullName.EndsWith('/'));

    private T Parse<T>(ZipArchiveEntry entry, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape)
    {
        try
        {
            return JsonSerializer.Deserialize(Content(entry).ToMemory().Span, shape) ?? throw Unreadable();
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    private BinaryData Content(ZipArchiveEntry entry)
    {
        try
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            var chunk = new byte[81_920];
            for (int read; (read = stream.Read(chunk)) > 0;)
            {
                _left -= read;
                if (_left < 0 || content.Length + read > MostBytesOfEntry)
                {
                    throw TooLarge();
                }

                content.Write(chunk, 0, read);
            }

            return BinaryData.FromBytes(content.ToArray());
        }
        catch (InvalidDataException)
        {
            throw Unreadable();
        }
    }
}
