using System.Diagnostics;
using System.Globalization;
using Azure;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;

namespace Evaluation.Functions.Http;

/// <summary>
/// Turns what went wrong into an answer: a refusal is a clear 4xx, storage that does not answer is a 503 with
/// Retry-After, never an empty result; anything else is logged once and is a 500.
/// </summary>
internal sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> logger)
{
    private const int RetryAfterSeconds = 30;

    /// <summary>The answer when storage does not answer, with what is known of it.</summary>
    public static RefusalException Unavailable(string reason) => EdgeRefusals.StorageUnavailable.Refused(reason);

    public async Task InvokeAsync(HttpContext context)
    {
        // Whatever is answered, browsers take it for what it says it is.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
        }
        catch (RefusalException e)
        {
            await AnswerAsync(context, RefusalStatus.Of(e.Kind), e.Code, e.Message, e.Errors);
        }
        catch (StaleDocumentException)
        {
            await AnswerAsync(context, EdgeRefusals.DocumentStale);
        }
        catch (DocumentTooLargeException)
        {
            await AnswerAsync(context, EdgeRefusals.DocumentTooLarge, DocumentText.MostCompressed / 1000);
        }
        catch (DamagedSubmissionException e)
        {
            LogDamaged(context.Request.Path, e);
            await AnswerAsync(context, EdgeRefusals.SubmissionDamaged, e.Submission.Text);
        }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(context, e.StatusCode, EdgeRefusals.RequestMalformed.Code, EdgeRefusals.RequestMalformed.Say());
        }
        catch (Exception e) when (IsStorageFailure(e))
        {
            LogStorageFailed(context.Request.Path, e);
            await AnswerAsync(context, EdgeRefusals.StorageUnavailable, "Rien n’est perdu : réessayez dans une minute.");
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(context.Request.Path, e);
            await AnswerAsync(context, EdgeRefusals.Internal);
        }
    }

    private static bool IsStorageFailure(Exception exception) => exception switch
    {
        RequestFailedException => true,
        // The pipeline gathers the failures of its retries.
        AggregateException many => many.InnerExceptions.All(e => e is RequestFailedException or OperationCanceledException or HttpRequestException),
        _ => false,
    };

    private static Task AnswerAsync(HttpContext context, RefusalCode code, params ReadOnlySpan<object?> about) =>
        AnswerAsync(context, RefusalStatus.Of(code.Kind), code.Code, code.Say(about));

    private static async Task AnswerAsync(
        HttpContext context, int status, string code, string detail, IReadOnlyList<Refusal>? errors = null)
    {
        Signals.Refusals.Add(1, new("code", code), new("status", status));
        Activity.Current?.SetTag("code", code);
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (context.IsPageAsked())
        {
            await PortalError.WriteAsync(context, status, detail);
            return;
        }

        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(
            new ApiProblem(
                "about:blank",
                Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
                status,
                code,
                detail,
                errors,
                Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier),
            ApiJson.Answers.ApiProblem,
            "application/problem+json",
            CancellationToken.None);
    }

    [LoggerMessage(EventId = 500, Level = LogLevel.Error, Message = "Storage failed while answering {Path}")]
    private partial void LogStorageFailed(PathString path, Exception exception);

    [LoggerMessage(EventId = 502, Level = LogLevel.Error, Message = "The journal is damaged where {Path} reads it")]
    private partial void LogDamaged(PathString path, Exception exception);

    [LoggerMessage(EventId = 501, Level = LogLevel.Error, Message = "Answering {Path} failed")]
    private partial void LogFailed(PathString path, Exception exception);
}
