using Evaluation.Functions.Consult;
using Microsoft.Net.Http.Headers;

namespace Evaluation.Functions.Collect.Formats;

/// <summary>The formats in which values come in: the same rows whatever the format.</summary>
internal static class SubmissionFormats
{
    public const string Json = "application/json";

    /// <summary>The format in which a request announces its body.</summary>
    /// <exception cref="ApiProblemException">415 for another format.</exception>
    public static string Require(HttpRequest request)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var announced)
            ? announced.MediaType.ToString().ToLowerInvariant()
            : "";
        return mediaType is Json ? mediaType : throw NotAccepted();
    }

    /// <summary>What a body says.</summary>
    /// <exception cref="ApiProblemException">400 when malformed, 413 over 10 000 rows, 415 for another format.</exception>
    public static SubmittedBatch Read(ReceivedBody body) => body.MediaType switch
    {
        Json => SubmissionBody.Read(body.Bytes),
        _ => throw NotAccepted(),
    };

    private static ApiProblemException NotAccepted() => new(
        415, "body.contentType", "Ce type de contenu n’est pas accepté : envoyez application/json.");
}
