using Azure.Core;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// Also tries a transaction again when the service was too busy for it, which it says inside an accepted answer
/// (202): Azure.Data.Tables takes that for final.
/// </summary>
internal sealed class TableResponseClassifier : ResponseClassifier
{
    public static readonly TableResponseClassifier Instance = new();

    private TableResponseClassifier()
    {
    }

    public override bool IsRetriableResponse(HttpMessage message) =>
        base.IsRetriableResponse(message)
        || (message.Response is { Status: 202, ContentStream: MemoryStream }
            && TableTransactionAnswer.FirstStatus(message.Response.Content.ToMemory())
                is 408 or 429 or 500 or 502 or 503 or 504);
}
