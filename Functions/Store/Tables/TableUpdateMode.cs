namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// What becomes of stored properties that the entity sent does not have; named as in Azure.Data.Tables.
/// </summary>
internal enum TableUpdateMode
{
    /// <summary>They stay.</summary>
    Merge = 0,

    /// <summary>They go.</summary>
    Replace = 1,
}
