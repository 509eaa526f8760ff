using System.Net;
using System.Security.Cryptography;
using System.Text;
using Evaluation.Functions.Hosting.LocalTriggers;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// Who may call a function by its name: the Functions host, or here the local triggers. The host adds nothing to a
/// payload that only it could know, and passes requests from outside on to the same port; what came through the public
/// front is told by the headers it bears, and by the public name in Host.
/// </summary>
internal sealed class FunctionCallers(ListeningPoint listening, LocalSecret secret)
{
    private static readonly string[] FrontHeaders =
    [
        "Authorization", "Client-IP", "Cookie", "DISGUISED-HOST", "Forwarded", "Max-Forwards", "Origin", "Referer", "Via",
        "WAS-DEFAULT-HOSTNAME", "X-Azure-ClientIP", "X-Azure-FDID", "X-Azure-Ref", "X-Azure-SocketIP", "X-Client-IP",
        "X-Client-Port", "X-Functions-Key", "X-Real-IP", "X-SITE-DEPLOYMENT-ID",
    ];

    private static readonly string[] FrontPrefixes =
        ["Sec-Fetch-", "X-AppService-", "X-ARR-", "X-Forwarded-", "X-MS-CLIENT-", "X-MS-TOKEN-", "X-Original-", "X-WAWS-"];

    public bool Admits(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && !request.Headers.Keys.Any(IsOfTheFront)
        && (listening.Hosted ? IsLoopback(request.Host.Host) : KnowsTheSecret(request));

    private static bool IsOfTheFront(string header) =>
        FrontHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)
        || FrontPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsLoopback(string host) => IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);

    private bool KnowsTheSecret(HttpRequest request) =>
        request.Headers[LocalSecret.Header] is [{ } given]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(secret.Value));
}
