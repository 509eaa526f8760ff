using Azure;
using Evaluation.Functions.Access;
using Evaluation.Functions.Callers;

namespace Evaluation.Functions.Administer.Keys;

/// <summary>The one answer that ever holds a key. Once it is written, the key is no longer one that nobody was told.</summary>
internal sealed partial class ToldSecret(ApiKeyText text, KeyEntry entry, int status) : IResult
{
    // The answer ends with the note: storage that hangs must not keep it open for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        await Results.Json(new NewSecret(text.ToString(), entry), KeyJson.Answers.NewSecret, statusCode: status).ExecuteAsync(httpContext);
        await httpContext.Response.Body.FlushAsync(httpContext.RequestAborted);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await httpContext.RequestServices.GetRequiredService<Keyring>().NoteToldAsync(text, patience.Token);
        }
        catch (Exception e) when (e is RequestFailedException or OperationCanceledException or AggregateException)
        {
            // It was told all the same: its first use notes it.
            LogNotNoted(httpContext.RequestServices.GetRequiredService<ILogger<ToldSecret>>(), text.KeyId, e);
        }
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "Key {KeyId} was told and that could not be noted")]
    private static partial void LogNotNoted(ILogger logger, string keyId, Exception exception);
}
