using Azure.Core;
using Azure.Core.Pipeline;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// The service refuses a transaction inside an accepted answer (202). This puts the refusal in its place, so that the
/// retries see that the service was too busy: Azure.Data.Tables takes that for final.
/// </summary>
internal sealed class TableTransactionRefusalPolicy : HttpPipelineSynchronousPolicy
{
    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.Response is { Status: 202, ContentStream: MemoryStream } accepted
            && TableTransactionAnswer.RefusalIn(accepted) is { } refusal)
        {
            refusal.ClientRequestId = accepted.ClientRequestId;
            message.Response = refusal;
            accepted.Dispose();
        }
    }
}
