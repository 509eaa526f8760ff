namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// An account's name and key, as the storage emulator wants them; shaped like the one of Azure.Data.Tables.
/// </summary>
internal sealed class TableSharedKeyCredential(string accountName, string accountKey)
{
    private readonly byte[] _key = Convert.FromBase64String(accountKey);

    public string AccountName { get; } = accountName;

    internal ReadOnlySpan<byte> Key => _key;
}
