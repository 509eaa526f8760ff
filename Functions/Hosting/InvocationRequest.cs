using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Evaluation.Functions.Hosting;

/// <summary>One payload of the host: the values of the bindings, and what the host knows about them.</summary>
internal sealed class InvocationRequest
{
    // A queue message has at most 64 KB, a timer a few hundred bytes; the rest is metadata.
    private const long SizeLimit = 1024 * 1024;

    private readonly JsonElement _data;
    private readonly JsonElement? _metadata;

    private InvocationRequest(JsonElement data, JsonElement? metadata)
    {
        _data = data;
        _metadata = metadata;
    }

    /// <exception cref="UndecodablePayloadException">The body is not a payload.</exception>
    public static async Task<InvocationRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new UndecodablePayloadException("The content type is not application/json.");
        }

        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = SizeLimit;
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
            var root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object
                && Member(root, "Data") is { ValueKind: JsonValueKind.Object } data
                    ? new InvocationRequest(data, Member(root, "Metadata"))
                    : throw new UndecodablePayloadException("The body has no object \"Data\".");
        }
        catch (JsonException e)
        {
            throw new UndecodablePayloadException("The body is not JSON.", e);
        }
        catch (BadHttpRequestException e)
        {
            throw new UndecodablePayloadException("The body is too large or was cut off.", e);
        }
    }

    /// <exception cref="UndecodablePayloadException">There is no such value, or <paramref name="read"/> refuses it.</exception>
    public T Read<T>(string binding, Func<HostValue, T> read)
    {
        if (Member(_data, binding) is not { } value)
        {
            throw new UndecodablePayloadException($"The body has no value \"Data.{binding}\".");
        }

        try
        {
            return read(new HostValue(value));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is how the JSON reader refuses text that is not valid Unicode.
            throw new UndecodablePayloadException($"The value \"Data.{binding}\" cannot be read.", e);
        }
    }

    /// <summary>Metadata is a help, never a need: properties of a message can hide the host's own.</summary>
    public T? Find<T>(string name, Func<HostValue, T?> read)
    {
        try
        {
            return Member(_metadata, name) is { } value ? read(new HostValue(value)) : default;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } there
        && there.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
