namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// The service's error codes that this product tells apart, under the names of Azure.Data.Tables; to be compared with
/// <see cref="Azure.RequestFailedException.ErrorCode"/>.
/// </summary>
internal static class TableErrorCode
{
    public const string EntityAlreadyExists = "EntityAlreadyExists";
    public const string ResourceNotFound = "ResourceNotFound";
    public const string TableAlreadyExists = "TableAlreadyExists";
    public const string TableNotFound = "TableNotFound";
    public const string UpdateConditionNotSatisfied = "UpdateConditionNotSatisfied";
}
