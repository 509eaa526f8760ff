namespace Evaluation.Functions.Store.Tables;

/// <summary>What one action of a transaction does to its entity; named as in Azure.Data.Tables.</summary>
internal enum TableTransactionActionType
{
    Add = 0,
    UpdateMerge = 1,
    UpdateReplace = 2,
    Delete = 3,
    UpsertMerge = 4,
    UpsertReplace = 5,
}
