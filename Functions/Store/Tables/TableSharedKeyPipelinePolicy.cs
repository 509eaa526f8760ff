using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// Signs each try with the account's key in the scheme <c>SharedKeyLite</c>, named as in Azure.Data.Tables.
/// </summary>
/// <remarks>Signed is the date and the path as sent; of the query only <c>comp</c> would be, unused here.</remarks>
internal sealed class TableSharedKeyPipelinePolicy(TableSharedKeyCredential credential, TimeProvider clock)
    : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signed = $"{date}\n/{credential.AccountName}{message.Request.Uri.ToUri().AbsolutePath}";
        var signature = HMACSHA256.HashData(credential.Key, Encoding.UTF8.GetBytes(signed));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue(
            HttpHeader.Names.Authorization,
            $"SharedKeyLite {credential.AccountName}:{Convert.ToBase64String(signature)}");
    }
}
