using System.Globalization;
using Azure.Data.Tables;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// The earlier revisions of a cell. They stand beside it, oldest first, in property <c>{cell}h</c>; when it holds fifty
/// they move together into a row of their own in the same partition, in the same transaction.
/// </summary>
internal static class CellRevisions
{
    /// <summary>Rows of earlier revisions come after every row of values: a query of values stops before.</summary>
    public const string ArchiveStart = "~";

    private const string ArchiveProperty = "Cells";
    private const char Separator = '\u001E';

    // Fifty cells with the longest comment still fit in a property of 64 KiB, and twelve such months in a row of 1 MiB.
    private const int MostBeside = 50;

    /// <summary>The earlier revisions beside a cell, oldest first.</summary>
    public static IReadOnlyList<ValueCell> Beside(TableEntity? row, string cell) =>
        row?.GetString(NameOf(cell)) is { } text ? Split(text) : [];

    /// <summary>The revisions of a row of earlier ones, oldest first.</summary>
    public static IReadOnlyList<ValueCell> Archived(TableEntity archive) =>
        Split(archive.GetString(ArchiveProperty) ?? throw new InvalidDataException("A row of earlier revisions is empty."));

    /// <summary>The keys of the rows that hold the first revisions of a cell are from here, oldest first, …</summary>
    /// <param name="row">Key of the row of the cell.</param>
    /// <param name="cell">Name of the cell.</param>
    public static string FirstArchiveKey(string row, string cell) => TableKey.Join([ArchiveStart, .. TableKey.Split(row), cell, ""]);

    /// <summary>… and before here.</summary>
    public static string AfterArchiveKeys(string row, string cell) => FirstArchiveKey(row, cell) + ArchiveStart;

    /// <summary>Whether some revisions of a cell are no longer beside it.</summary>
    public static bool HasArchives(ValueCell present, IReadOnlyList<ValueCell> beside) => present.Revision > beside.Count + 1;

    /// <summary>Every revision that a row holds or that left it, by the cell they are of.</summary>
    public static IEnumerable<(string Row, string Cell, ValueCell Revision)> In(TableEntity row)
    {
        if (row.RowKey.StartsWith(ArchiveStart, StringComparison.Ordinal))
        {
            var key = TableKey.Split(row.RowKey);
            return Readable(row.GetString(ArchiveProperty)).Select(r => (TableKey.Join(key.AsSpan(1..^2)), key[^2], r));
        }

        return ValueCell.Names.SelectMany(cell => Readable(row.GetString(NameOf(cell))).Concat(Readable(row.GetString(cell)))
            .Select(revision => (row.RowKey, cell, revision)));
    }

    /// <summary>Puts a revision in its cell, and the present one among the earlier ones.</summary>
    /// <param name="known">The row as it is; null when there is none.</param>
    /// <param name="changed">Receives what changes; may be the known row itself.</param>
    /// <param name="cell">Name of the cell.</param>
    /// <param name="next">Its new content.</param>
    /// <returns>The row of earlier revisions that this makes; mostly null.</returns>
    public static TableEntity? Put(TableEntity? known, TableEntity changed, string cell, ValueCell next)
    {
        var present = known?.GetString(cell);
        var beside = known?.GetString(NameOf(cell));
        TableEntity? archive = null;
        if (present is not null)
        {
            if (beside is not null && beside.Count(c => c == Separator) + 1 == MostBeside)
            {
                archive = new TableEntity(changed.PartitionKey, ArchiveKeyOf(changed.RowKey, cell, Split(beside)[0].Revision))
                {
                    [ArchiveProperty] = beside,
                };
                beside = null;
            }

            changed[NameOf(cell)] = beside is null ? present : beside + Separator + present;
        }

        changed[cell] = next.ToString();
        return archive;
    }

    private static string ArchiveKeyOf(string row, string cell, int firstRevision) => TableKey.Join(
        [ArchiveStart, .. TableKey.Split(row), cell, firstRevision.ToString("D9", CultureInfo.InvariantCulture)]);

    private static string NameOf(string cell) => cell + "h";

    // What cannot be read was written by nobody.
    private static IEnumerable<ValueCell> Readable(string? text) =>
        (text?.Split(Separator) ?? []).Select(ValueCell.FindReadable).OfType<ValueCell>();

    private static IReadOnlyList<ValueCell> Split(string text) => [.. text.Split(Separator).Select(ValueCell.Parse)];
}
