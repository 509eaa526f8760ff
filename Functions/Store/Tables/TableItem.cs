namespace Evaluation.Functions.Store.Tables;

/// <summary>A table of the account, shaped like the one of Azure.Data.Tables.</summary>
internal sealed class TableItem(string name)
{
    public string Name { get; } = name;
}
