using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>A value with when and by what it came.</summary>
internal sealed record StoredValue(IndicatorValue Value, ValueCell Cell);

/// <summary>
/// Indicator values: table <c>Values</c>, one partition per mutualisation and year, one row per indicator and member,
/// one cell per period. A year of a service with 49 communes is one page of a query.
/// </summary>
internal sealed class ValueStore(TableClient table)
{
    private const string ServiceRow = "_";

    /// <summary>The values of years, by indicator, member and period.</summary>
    public async Task<IReadOnlyList<StoredValue>> ReadAsync(
        Siren siren, string mutualisation, IEnumerable<int> years, CancellationToken cancellationToken)
    {
        var byYear = await Task.WhenAll(years.Select(year => YearAsync(siren, mutualisation, year, cancellationToken)));
        return [.. byYear.SelectMany(values => values)];
    }

    /// <summary>The rows of a year, each an indicator of a member.</summary>
    public IAsyncEnumerable<TableEntity> RowsAsync(
        Siren siren, string mutualisation, int year, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(siren, mutualisation, year)}");
        return table.QueryAsync(filter, cancellationToken: cancellationToken);
    }

    /// <summary>Writes actions of one partition, at most 100, all or none.</summary>
    public Task WriteAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        table.SubmitTransactionAsync(actions, cancellationToken);

    private async Task<List<StoredValue>> YearAsync(
        Siren siren, string mutualisation, int year, CancellationToken cancellationToken)
    {
        var values = new List<StoredValue>();
        await foreach (var row in RowsAsync(siren, mutualisation, year, cancellationToken))
        {
            values.AddRange(Cells(row, year));
        }

        return values;
    }

    public static string PartitionOf(Siren siren, string mutualisation, int year) =>
        TableKey.Join(siren.ToString(), mutualisation, year.ToString("D4", CultureInfo.InvariantCulture));

    public static string RowOf(string indicator, Siren? member) =>
        TableKey.Join(indicator, member?.ToString() ?? ServiceRow);

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
                    var cell = ValueCell.Parse(text);
                    yield return new StoredValue(
                        new IndicatorValue(new ValueKey(key[0], member, period), cell.Value, cell.Status, cell.Quality)
                        {
                            Origin = new ValueOrigin(cell.Submission, cell.Revision, cell.FirstReceivedOn),
                        },
                        cell);
                }
            }
        }
    }
}
