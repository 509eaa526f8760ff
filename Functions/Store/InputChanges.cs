using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>When what the reports of a service rest on last changed, as far as it was noted.</summary>
/// <param name="Years">By year: its values and costs.</param>
/// <param name="Declaration">Members, rules and followed indicators of the service, its baseline, or what its community declares.</param>
internal sealed record ChangedInputs(IReadOnlyDictionary<int, DateTimeOffset> Years, DateTimeOffset? Declaration)
{
    /// <summary>The last change of what the report of a year rests on: it compares with the year before; null when none is noted.</summary>
    /// <param name="year">Evaluated.</param>
    /// <param name="closedAt">
    /// When its accounts were closed; null where they are not. What is declared since moves nothing of it: that would be refused.
    /// </param>
    public DateTimeOffset? Of(int year, DateTimeOffset? closedAt)
    {
        DateTimeOffset?[] all = [At(year), At(year - 1), Declaration > closedAt ? null : Declaration];
        return all.Max();
    }

    private DateTimeOffset? At(int year) => Years.TryGetValue(year, out var at) ? at : null;
}

/// <summary>
/// Finds out when inputs last changed without reading them: three small queries a service, made at once, whatever its years
/// have gathered.
/// </summary>
internal sealed class InputChanges(SubmissionLog log, Table registry, Table costs)
{
    public async Task<ChangedInputs> OfAsync(Siren siren, string mutualisation, CancellationToken cancellationToken)
    {
        var values = log.ChangedAsync(siren, mutualisation, cancellationToken);
        var lines = ChangesAsync(
            costs,
            Table.CreateQueryFilter($"PartitionKey eq {TableKey.Join(siren.ToString(), mutualisation)}"), cancellationToken);
        var (community, declared, baseline) = (Registry.CommunityRow, Registry.RowOf(mutualisation), BaselineStore.RowOf(mutualisation));
        var declarations = ChangesAsync(
            registry,
            Table.CreateQueryFilter(
                $"PartitionKey eq {siren.ToString()} and (RowKey eq {community} or RowKey eq {declared} or RowKey eq {baseline})"),
            cancellationToken);
        var years = new Dictionary<int, DateTimeOffset>(await values);
        foreach (var (row, at) in await lines)
        {
            // Beside the costs of a year stand the states of its calls, which move no amount.
            if (int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                years[year] = years.TryGetValue(year, out var known) && known > at ? known : at;
            }
        }

        return new ChangedInputs(years, (await declarations).Select(c => (DateTimeOffset?)c.At).Max());
    }

    // What documents say is left where it is.
    private static async Task<IReadOnlyList<(string Row, DateTimeOffset At)>> ChangesAsync(
        Table documents, string filter, CancellationToken cancellationToken)
    {
        var changes = new List<(string Row, DateTimeOffset At)>();
        var dated = documents.QueryAsync(
            filter, select: ["PartitionKey", "RowKey", VersionedDocuments.ChangedProperty], cancellationToken: cancellationToken);
        await foreach (var entity in dated)
        {
            if (entity.GetDateTimeOffset(VersionedDocuments.ChangedProperty) is { } at)
            {
                changes.Add((entity.RowKey, at));
            }
        }

        return changes;
    }
}
