using System.Diagnostics;
using System.Globalization;
using Azure;
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
    private const string StorageUnavailable = "storage.unavailable";
    private const string Inaccessible = "Les données ne sont pas accessibles pour le moment.";

    /// <summary>The answer when storage does not answer, with what is known of it.</summary>
    public static ApiProblemException Unavailable(string reason) =>
        new(StatusCodes.Status503ServiceUnavailable, StorageUnavailable, $"{Inaccessible} {reason}");

    public async Task InvokeAsync(HttpContext context)
    {
        // Whatever is answered, browsers take it for what it says it is.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
        }
        catch (ApiProblemException e)
        {
            await AnswerAsync(context, e.Status, e.Code, e.Message, e.Errors);
        }
        catch (StaleDocumentException)
        {
            await AnswerAsync(
                context,
                StatusCodes.Status412PreconditionFailed,
                "document.stale",
                "Le document n’est pas celui que votre demande suppose (If-Match, If-None-Match)\u00A0: relisez-le, reportez votre changement et renvoyez-le.");
        }
        catch (DocumentTooLargeException)
        {
            await AnswerAsync(
                context,
                StatusCodes.Status413PayloadTooLarge,
                "document.tooLarge",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Ce document dépasse {DocumentText.MostCompressed / 1000} ko une fois compressé\u00A0: retirez-en ce qui n’a plus cours."));
        }
        catch (DamagedSubmissionException e)
        {
            LogDamaged(context.Request.Path, e);
            await AnswerAsync(
                context,
                StatusCodes.Status409Conflict,
                "submission.damaged",
                $"L’envoi {e.Submission.Text} ne se lit plus au journal\u00A0: demandez à l’administrateur de rétablir son enregistrement.");
        }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(context, e.StatusCode, "request.malformed", "La requête est mal formée\u00A0: vérifiez son adresse, ses en-têtes et son corps.");
        }
        catch (Exception e) when (IsStorageFailure(e))
        {
            LogStorageFailed(context.Request.Path, e);
            await AnswerAsync(
                context, StatusCodes.Status503ServiceUnavailable, StorageUnavailable, $"{Inaccessible} Rien n’est perdu\u00A0: réessayez dans une minute.");
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(context.Request.Path, e);
            await AnswerAsync(
                context,
                StatusCodes.Status500InternalServerError,
                "internal",
                "Une erreur interne empêche de répondre. Indiquez la référence traceId à l’administrateur.");
        }
    }

    private static bool IsStorageFailure(Exception exception) => exception switch
    {
        RequestFailedException => true,
        // The pipeline gathers the failures of its retries.
        AggregateException many => many.InnerExceptions.All(e => e is RequestFailedException or OperationCanceledException or HttpRequestException),
        _ => false,
    };

    private static async Task AnswerAsync(
        HttpContext context, int status, string code, string detail, IReadOnlyList<Core.Problems.Problem>? errors = null)
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
