using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Evaluation.Local;

/// <summary>Calls of the public API, as any outside program makes them.</summary>
internal sealed class PublicApi(HttpClient http)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public async Task PutAsync<T>(string address, T document, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var body = Body(document, type);
        using var answer = await http.PutAsync(new Uri(address, UriKind.Relative), body, cancellationToken);
        await RequireSuccessAsync(answer, address, cancellationToken);
    }

    public async Task<TAnswer> PostAsync<T, TAnswer>(
        string address, T document, JsonTypeInfo<T> type, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        using var body = Body(document, type);
        using var answer = await http.PostAsync(new Uri(address, UriKind.Relative), body, cancellationToken);
        await RequireSuccessAsync(answer, address, cancellationToken);
        return await ReadAsync(answer, answerType, cancellationToken);
    }

    public async Task<T> GetAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);
        await RequireSuccessAsync(answer, address, cancellationToken);
        return await ReadAsync(answer, type, cancellationToken);
    }

    public async Task<byte[]> GetBytesAsync(string address, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);
        await RequireSuccessAsync(answer, address, cancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private static ByteArrayContent Body<T>(T document, JsonTypeInfo<T> type)
    {
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(document, type));
        body.Headers.ContentType = Json;
        return body;
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(body, type, cancellationToken)
            ?? throw new LocalRunFailedException("L’application a répondu sans contenu.");
    }

    private static async Task RequireSuccessAsync(
        HttpResponseMessage answer, string address, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new LocalRunFailedException(string.Create(
                CultureInfo.InvariantCulture,
                $"{answer.RequestMessage?.Method} /{address} : réponse {(int)answer.StatusCode}. {body[..Math.Min(body.Length, 600)]}"));
        }
    }
}
