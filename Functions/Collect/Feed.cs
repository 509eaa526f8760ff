using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Consult;


namespace Evaluation.Functions.Collect;

/// <summary>Fetches a feed, within limits of time and size, without following redirects.</summary>
internal sealed class Feed(IHttpClientFactory clients)
{
    /// <summary>Name of the HTTP client whose handler is <see cref="FeedConnections"/>.</summary>
    public const string ClientName = "feed";

    /// <summary>What the feed holds now.</summary>
    /// <exception cref="FeedException">It did not give a JSON document within the limits; the message says why, in French.</exception>
    public async Task<BinaryData> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json");
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new FeedException(FormattableString.Invariant(
                    $"La source a répondu {(int)response.StatusCode} au lieu de 200 : vérifiez son adresse et ses droits."));
            }

            if (response.Content.Headers.ContentType?.MediaType != "application/json")
            {
                throw new FeedException("La source n’a pas répondu en JSON, peut-être par une page de connexion : vérifiez son adresse.");
            }

            await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await BoundedBody.TryReadAsync(content, SubmittedBatch.MaxBytes, cancellationToken)
                ?? throw new FeedException("La source dépasse 10 Mo : faites-la répondre par période.");
        }
        catch (HttpRequestException e)
        {
            throw new FeedException("La source ne répond pas : vérifiez son adresse et son état.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FeedException("La source n’a pas répondu dans le délai de 30 secondes.", e);
        }
        catch (IOException e)
        {
            throw new FeedException("La source a interrompu sa réponse : réessayez plus tard.", e);
        }
    }
}

/// <summary>A feed did not give what it should.</summary>
/// <param name="message">French sentence for the service’s head.</param>
/// <param name="inner">What the network said.</param>
internal sealed class FeedException(string message, Exception? inner = null) : Exception(message, inner);
