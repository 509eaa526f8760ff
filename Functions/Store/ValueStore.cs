using System.Globalization;
using Azure.Data.Tables;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>A value with when and by what it came.</summary>
/// <param name="Key">Where it belongs.</param>
/// <param name="Value">What it says; null when it was taken back.</param>
/// <param name="Cell">As it is stored.</param>
internal sealed record StoredValue(ValueKey Key, IndicatorValue? Value, ValueCell Cell);

/// <summary>
/// Indicator values: table <c>Values</c>, one partition per mutualisation and year, one row per indicator and member,
/// one cell per period. A year of a service with 49 communes is one page of a query.
/// </summary>
internal sealed class ValueStore(Table table)
{
    private const string ServiceRow = "_";

    /// <summary>The values of years, by indicator, member and period; those taken back are left out.</summary>
    public async Task<IReadOnlyList<IndicatorValue>> ValuesAsync(
        Siren siren, string mutualisation, IEnumerable<int> years, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(siren, mutualisation, years, cancellationToken)).Select(v => v.Value).OfType<IndicatorValue>()];

    /// <summary>The cells of years, by indicator, member and period.</summary>
    public async Task<IReadOnlyList<StoredValue>> ReadAsync(
        Siren siren, string mutualisation, IEnumerable<int> years, CancellationToken cancellationToken)
    {
        var byYear = await Task.WhenAll(years.Select(year => YearAsync(siren, mutualisation, year, cancellationToken)));
        return [.. byYear.SelectMany(values => values)];
    }

    /// <summary>Everything a year holds: the rows of values, then those of earlier revisions.</summary>
    public IAsyncEnumerable<TableEntity> EverythingAsync(
        Siren siren, string mutualisation, int year, CancellationToken cancellationToken) =>
        EverythingAsync(PartitionOf(siren, mutualisation, year), cancellationToken);

    /// <summary>Everything a partition holds.</summary>
    public IAsyncEnumerable<TableEntity> EverythingAsync(string partition, CancellationToken cancellationToken) =>
        table.QueryAsync(Table.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken);

    /// <summary>The partitions of a mutualisation, one a year.</summary>
    public async Task<IReadOnlyList<string>> PartitionsAsync(Siren siren, string mutualisation, CancellationToken cancellationToken)
    {
        var (first, last) = (PartitionOf(siren, mutualisation, Period.MinYear), PartitionOf(siren, mutualisation, Period.MaxYear));
        var filter = Table.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last}");
        var partitions = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync(filter, select: ["PartitionKey"], cancellationToken: cancellationToken))
        {
            partitions.Add(row.PartitionKey);
        }

        return [.. partitions.Order(StringComparer.Ordinal)];
    }

    /// <summary>The years in which a mutualisation has values.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Siren siren, string mutualisation, CancellationToken cancellationToken) =>
        [.. (await PartitionsAsync(siren, mutualisation, cancellationToken)).Select(YearOf)];

    /// <summary>The year that a partition is of.</summary>
    public static int YearOf(string partition) =>
        int.Parse(TableKey.Split(partition)[^1], NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The revisions of one value, oldest first; empty when it was never given.</summary>
    public async Task<IReadOnlyList<ValueCell>> RevisionsAsync(
        Siren siren, string mutualisation, ValueKey key, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(siren, mutualisation, key.Period.Year);
        var (rowKey, cell) = (RowOf(key.Indicator, key.Member), ValueCell.NameOf(key.Period));
        var row = (await table.GetEntityIfExistsAsync(partition, rowKey, cancellationToken: cancellationToken)) is { HasValue: true } found
            ? found.Value
            : null;
        if (row?.GetString(cell) is not { } text)
        {
            return [];
        }

        var present = ValueCell.Parse(text);
        var beside = CellRevisions.Beside(row, cell);
        var archives = CellRevisions.HasArchives(present, beside)
            ? await ArchivesAsync(partition, rowKey, cell, cancellationToken)
            : [];
        return [.. archives.SelectMany(CellRevisions.Archived), .. beside, present];
    }

    /// <summary>Writes actions of one partition, at most 100, all or none.</summary>
    public Task WriteAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        table.SubmitTransactionAsync(actions, cancellationToken);

    private async Task<List<TableEntity>> ArchivesAsync(
        string partition, string rowKey, string cell, CancellationToken cancellationToken)
    {
        var (first, after) = (CellRevisions.FirstArchiveKey(rowKey, cell), CellRevisions.AfterArchiveKeys(rowKey, cell));
        var archives = new List<TableEntity>();
        await foreach (var archive in table.QueryAsync(
            Table.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {after}"),
            cancellationToken: cancellationToken))
        {
            archives.Add(archive);
        }

        return archives;
    }

    private async Task<List<StoredValue>> YearAsync(
        Siren siren, string mutualisation, int year, CancellationToken cancellationToken)
    {
        var values = new List<StoredValue>();
        var filter = Table.CreateQueryFilter(
            $"PartitionKey eq {PartitionOf(siren, mutualisation, year)} and RowKey lt {CellRevisions.ArchiveStart}");
        await foreach (var row in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            values.AddRange(Cells(row, year));
        }

        return values;
    }

    public static string PartitionOf(Siren siren, string mutualisation, int year) =>
        TableKey.Join(siren.ToString(), mutualisation, year.ToString("D4", CultureInfo.InvariantCulture));

    public static string RowOf(string indicator, Siren? member) =>
        TableKey.Join(indicator, member?.ToString() ?? ServiceRow);

    /// <summary>The values of a row that was read; none for a row of earlier revisions.</summary>
    public static IEnumerable<IndicatorValue> ValuesIn(TableEntity row, int year) =>
        string.CompareOrdinal(row.RowKey, CellRevisions.ArchiveStart) < 0
            ? Cells(row, year).Select(v => v.Value).OfType<IndicatorValue>()
            : [];

    private static IEnumerable<StoredValue> Cells(TableEntity row, int year)
    {
        var key = TableKey.Split(row.RowKey);
        Siren? member = key[1] == ServiceRow ? null : Siren.Parse(key[1]);
        foreach (var periodicity in Enum.GetValues<Periodicity>())
        {
            foreach (var period in Period.InYear(year, periodicity))
            {
                if (row.GetString(ValueCell.NameOf(period)) is { } text)
                {
                    yield return Cell(new ValueKey(key[0], member, period), ValueCell.Parse(text));
                }
            }
        }
    }

    private static StoredValue Cell(ValueKey key, ValueCell cell) => new(
        key,
        cell.Value is { } value
            ? new IndicatorValue(key, value, cell.Status, cell.Quality)
            {
                Origin = new ValueOrigin(cell.Submission, cell.Revision, cell.FirstReceivedOn),
            }
            : null,
        cell);
}
