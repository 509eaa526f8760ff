using Azure.Core;

namespace Evaluation.Functions.Store.Tables;

/// <summary>Addresses and headers of the REST requests about one table.</summary>
internal sealed class TableRequests(Uri endpoint, string table)
{
    public const string TablesPath = "/Tables";

    public const string TransactionPath = "/$batch";

    public string InsertPath { get; } = $"/{table}";

    public string QueryPath { get; } = $"/{table}()";

    public string EntityPath(string partitionKey, string rowKey) =>
        $"/{table}(PartitionKey='{InAddress(partitionKey)}',RowKey='{InAddress(rowKey)}')";

    public string Address(string path) => endpoint.AbsoluteUri.TrimEnd('/') + path;

    public void Fill(Request request, RequestMethod method, string path)
    {
        request.Method = method;
        request.Uri.Reset(endpoint);
        request.Uri.AppendPath(path, escape: false);
        request.Headers.Add("x-ms-version", TableClientOptions.ServiceVersion);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add(HttpHeader.Names.Accept, "application/json;odata=minimalmetadata");
    }

    public void FillWrite(Request request, RequestMethod method, string path, ReadOnlyMemory<byte> json)
    {
        Fill(request, method, path);
        request.Headers.Add("Prefer", "return-no-content");
        request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
        request.Content = RequestContent.Create(json);
    }

    private static string InAddress(string key) =>
        Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
