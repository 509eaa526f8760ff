using Azure;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// One action of <see cref="TableClient.SubmitTransactionAsync"/>, shaped like the one of Azure.Data.Tables.
/// </summary>
/// <param name="actionType">What to do.</param>
/// <param name="entity">With what; a deletion only needs its keys.</param>
/// <param name="eTag">
/// The version that an update or deletion expects. Left out it means any version, as in Azure.Data.Tables.
/// </param>
internal sealed class TableTransactionAction(
    TableTransactionActionType actionType, TableEntity entity, ETag eTag = default)
{
    public TableTransactionActionType ActionType { get; } = actionType;

    public TableEntity Entity { get; } = entity;

    public ETag ETag { get; } = eTag;
}
