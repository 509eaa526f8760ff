using System.Text.Json;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// The answer that ends an invocation well. The host waits for ever on an empty body or on 204, so there is always
/// this object. Its log lines are shown with the invocation.
/// </summary>
internal sealed record InvocationAnswer(
    IReadOnlyDictionary<string, string> Outputs, IReadOnlyList<string> Logs, string? ReturnValue)
{
    public static Task SucceedAsync(HttpResponse response, string outcome, CancellationToken cancellationToken) =>
        WriteAsync(
            response,
            StatusCodes.Status200OK,
            "application/json",
            JsonSerializer.SerializeToUtf8Bytes(
                new InvocationAnswer(new Dictionary<string, string>(), [outcome], ReturnValue: null),
                HostingJson.Default.InvocationAnswer),
            cancellationToken);

    /// <summary>The host reads the status only; the body is for people. The cause stays in the log.</summary>
    public static Task FailAsync(HttpResponse response, int status, string title, CancellationToken cancellationToken) =>
        WriteAsync(
            response,
            status,
            "application/problem+json",
            JsonSerializer.SerializeToUtf8Bytes(new InvocationProblem("about:blank", title, status), HostingJson.Default.InvocationProblem),
            cancellationToken);

    private static async Task WriteAsync(
        HttpResponse response, int status, string contentType, byte[] body, CancellationToken cancellationToken)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, cancellationToken);
    }
}
