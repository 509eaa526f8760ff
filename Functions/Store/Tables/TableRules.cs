using Azure.Data.Tables;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// What the table service takes, checked before it is sent: the package sends anything, and the emulator takes in part
/// what the service refuses.
/// </summary>
internal static class TableRules
{
    private const int MaxActions = 100;

    /// <summary>The entity, when its keys and the types of its properties can be stored as they are.</summary>
    /// <exception cref="ArgumentException">A key that the service refuses, or a type that it has not, decimals first.</exception>
    public static TableEntity Storable(TableEntity entity)
    {
        TableKey.RequireStorable(entity.PartitionKey, nameof(entity));
        TableKey.RequireStorable(entity.RowKey, nameof(entity));
        foreach (var (name, value) in entity)
        {
            // The package writes a decimal as a JSON number, which comes back as a double or not at all.
            if (value is not (null or string or bool or int or long or double or Guid or DateTimeOffset or byte[] or BinaryData))
            {
                throw new ArgumentException(
                    value is decimal ? $"Tables hold no decimal: set {name} with SetDecimal." : $"Tables hold no {value.GetType().Name} ({name}).",
                    nameof(entity));
            }
        }

        return entity;
    }

    /// <exception cref="ArgumentException">The service would refuse such a transaction.</exception>
    public static void RequireValid(ReadOnlySpan<TableTransactionAction> actions)
    {
        if (actions.Length is 0 or > MaxActions)
        {
            throw new ArgumentException($"A transaction has 1 to {MaxActions} actions, not {actions.Length}.", nameof(actions));
        }

        var partition = actions[0].Entity.PartitionKey;
        var rows = new HashSet<string>(actions.Length, StringComparer.Ordinal);
        foreach (var action in actions)
        {
            Storable((TableEntity)action.Entity);
            if (action.Entity.PartitionKey != partition)
            {
                throw new ArgumentException("A transaction stays within one partition.", nameof(actions));
            }

            // The service answers 400 and the emulator 409, after having gone through the rest.
            if (!rows.Add(action.Entity.RowKey))
            {
                throw new ArgumentException($"Row {action.Entity.RowKey} is there twice.", nameof(actions));
            }
        }
    }
}
