using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>
/// Posts notices as JSON, signed with HMAC-SHA256 of the body. The key of the notice goes along as Idempotency-Key: a
/// second delivery carries the same body under the same key.
/// </summary>
internal sealed class WebhookChannel(WebhookSettings settings) : INoticeChannel
{
    public const string SignatureHeader = "X-Evaluation-Signature";
    private const string KeyHeader = "Idempotency-Key";

    // Redirects would take the body elsewhere than where the administrator said.
    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseDrainSize = 0,
    });

    /// <summary>The most one delivery takes.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    public string Name => "webhook";

    public bool NeedsMailbox => false;

    public bool CarriesFiles => false;

    public async Task<ChannelAnswer> SendAsync(Notice notice, string? mailbox, Enclosure? enclosed, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(PostedNotice.Of(notice, mailbox, enclosed), PostedJson.Readable.PostedNotice);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Address)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
            Headers =
            {
                { KeyHeader, notice.Key },
                { SignatureHeader, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(settings.Secret.Span, body))}" },
            },
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            using var answer = await Http.SendAsync(request, limit.Token);
            return Told(answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            return new ChannelAnswer(ChannelFate.Unreachable, "Le point de réception ne répond pas.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ChannelAnswer(ChannelFate.Unreachable, "Le point de réception n’a pas répondu à temps.");
        }
    }

    private static ChannelAnswer Told(HttpStatusCode status)
    {
        var code = (int)status;
        return code switch
        {
            >= 200 and < 300 => new(ChannelFate.Taken, Words($"Reçu par le point de réception (code {code})")),
            408 or 425 or 429 => new(ChannelFate.NotNow, Words($"Le point de réception demande d’attendre (code {code})")),
            >= 500 => new(ChannelFate.NotNow, Words($"Le point de réception est en panne (code {code})")),
            400 or 413 or 415 or 422 => new(ChannelFate.Refused, Words($"Le point de réception refuse cet avis (code {code})")),
            _ => new(ChannelFate.NotNow, Words($"Le point de réception ne prend rien (code {code}) : vérifiez son adresse et son secret")),
        };
    }

    private static string Words(FormattableString text) => Typography.Fix(text.ToString(CultureInfo.InvariantCulture) + ".");
}

/// <summary>A notice as it is posted.</summary>
internal sealed record PostedNotice(
    string Key,
    string Community,
    string? Mutualisation,
    string Kind,
    string Occurrence,
    DateOnly On,
    string Recipient,
    string? Member,
    string? Mailbox,
    string Subject,
    string Text,
    string? Link)
{
    public static PostedNotice Of(Notice notice, string? mailbox, Enclosure? enclosed) => new(
        notice.Key,
        notice.Siren.ToString(),
        notice.Mutualisation,
        DomainCode.Of(notice.Due.Kind),
        notice.Due.Occurrence,
        notice.Due.On,
        DomainCode.Of(notice.Due.Recipient),
        notice.Due.Member?.ToString(),
        mailbox,
        notice.Due.Subject,
        Enclosure.TextOf(notice, enclosed),
        enclosed?.Page);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PostedNotice))]
internal sealed partial class PostedJson : JsonSerializerContext
{
    /// <summary>Without escapes that only pages need.</summary>
    public static PostedJson Readable => field ??= new(ReadableJson.Of(Default));
}
