using System.Net;
using System.Net.Http.Headers;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>
/// One request for a feed, from its first connection to its last byte: bounded in time and size, through three
/// redirects at most, each to an address that may be pulled; the secret goes to the declared host and to no other.
/// </summary>
internal sealed class FeedRequest(
    IHttpClientFactory clients, FeedAddresses addresses, FeedSecrets secrets, FeedLimits limits, TimeProvider clock)
{
    public const string ClientName = "feed";

    /// <exception cref="FeedException">It did not give a document within the limits; the message says why, in French.</exception>
    public async Task<FeedAnswer> SendAsync(FeedSource source, FeedMark? known, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(limits.Time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await FollowAsync(source, known, either.Token);
            return await ReadAsync(source.Format, response, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FeedException(
                $"La source n’a pas fini de répondre en {FrenchNumber.FormatShort((decimal)limits.Time.TotalSeconds, 1)} s : allégez sa réponse ou vérifiez son état.", e)
            {
                IsPassing = true,
            };
        }
        catch (HttpRequestException e) when (e.InnerException is PrivateAddressException)
        {
            throw new FeedException("Le nom de la source mène à une adresse privée : donnez une adresse publique.", e);
        }
        catch (InvalidDataException e)
        {
            throw new FeedException("La réponse de la source ne se décompresse pas : vérifiez son serveur.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new FeedException("La source ne répond pas ou s’est interrompue : vérifiez son adresse et son état.", e)
            {
                IsPassing = true,
            };
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(FeedSource source, FeedMark? known, CancellationToken cancellationToken)
    {
        var address = source.Address;
        var client = clients.CreateClient(ClientName);
        for (var redirects = 0; ; redirects++)
        {
            if (!addresses.IsAllowed(address))
            {
                throw redirects == 0
                    ? new FeedException(EdgeRefusals.SourceNotAllowed.Say()) { IsPermanent = true }
                    : new FeedException("La source renvoie vers une adresse qui n’est pas autorisée : déclarez l’adresse finale, en https.");
            }

            using var request = RequestOf(source, known, address);
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (TargetOf(response, address) is not { } target)
            {
                return response;
            }

            response.Dispose();
            if (redirects == FeedLimits.Redirects)
            {
                throw new FeedException("La source renvoie sans fin d’une adresse à l’autre : déclarez l’adresse finale.");
            }

            address = target;
        }
    }

    private HttpRequestMessage RequestOf(FeedSource source, FeedMark? known, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(FeedFormats.AcceptOf(source.Format));
        request.Headers.IfModifiedSince = known?.LastModified;
        if (known?.EntityTag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (source.Authentication is { } authentication && IsSameServer(address, source.Address))
        {
            request.Headers.TryAddWithoutValidation(authentication.Header, secrets.Require(authentication));
        }

        return request;
    }

    private static async Task<FeedAnswer> ReadAsync(
        FeedFormat format, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (tag, modified) = (response.Headers.ETag?.ToString(), response.Content.Headers.LastModified);
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return new FeedAnswer(null, tag, modified);
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw Refused(response);
        }

        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            throw new FeedException("La réponse de la source est compressée autrement qu’en gzip ou brotli : changez son réglage.");
        }

        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var body = await BoundedBody.TryReadAsync(content, SubmittedBatch.MaxBytes, cancellationToken)
            ?? throw new FeedException("La source dépasse 10 Mo, décompression comprise : faites-la répondre par période.");
        if (FeedFormats.LooksLikeAPage(body) || !FeedFormats.Fits(format, response.Content.Headers.ContentType?.MediaType))
        {
            throw new FeedException(
                $"La source n’a pas répondu en {FeedFormats.NameOf(format)}, peut-être par une page de connexion : vérifiez son adresse et ses droits.");
        }

        return new FeedAnswer(body, tag, modified);
    }

    private static FeedException Refused(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return new FeedException(FormattableString.Invariant($"La source a répondu {status} au lieu de 200 : vérifiez son adresse et ses droits."))
        {
            IsPassing = status is 408 or 429 or >= 500,
            RetryAfter = RetryAfterOf(response.Headers),
        };
    }

    // A date is told by the clock of the source: its distance is measured with the same clock.
    private static TimeSpan? RetryAfterOf(HttpResponseHeaders headers) =>
        (headers.RetryAfter?.Delta ?? (headers.RetryAfter?.Date - headers.Date)) is { } wait && wait > TimeSpan.Zero ? wait : null;

    private static Uri? TargetOf(HttpResponseMessage response, Uri address) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
            ? new Uri(address, location)
            : null;

    private static bool IsSameServer(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);
}
