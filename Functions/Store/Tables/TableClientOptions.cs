using Azure.Core;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// Retries, diagnostics and transport of the table clients, shaped like the options of Azure.Data.Tables.
/// </summary>
internal sealed class TableClientOptions : ClientOptions
{
    /// <summary>The service version spoken: the first that takes Microsoft Entra tokens.</summary>
    internal const string ServiceVersion = "2020-12-06";

    public TableClientOptions()
    {
        // The service itself gives up on a request after 30 s; waiting longer only holds the caller.
        Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
    }
}
