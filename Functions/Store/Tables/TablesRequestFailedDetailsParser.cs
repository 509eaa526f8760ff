using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// Reads code and message of the service's JSON errors, which Azure.Core does not know, so that
/// <see cref="RequestFailedException.ErrorCode"/> is filled.
/// </summary>
internal sealed class TablesRequestFailedDetailsParser : RequestFailedDetailsParser
{
    public static readonly TablesRequestFailedDetailsParser Instance = new();

    private TablesRequestFailedDetailsParser()
    {
    }

    public override bool TryParse(
        Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = response.ContentStream is MemoryStream ? Read(response.Content) : null;
        if (error is null && response.Headers.TryGetValue("x-ms-error-code", out var code))
        {
            error = new ResponseError(code, response.ReasonPhrase);
        }

        return error is not null;
    }

    private static ResponseError? Read(BinaryData content)
    {
        try
        {
            using var json = JsonDocument.Parse(content.ToMemory());
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("odata.error", out var error)
                && error.TryGetProperty("code", out var code)
                    ? new ResponseError(code.GetString(), MessageOf(error))
                    : null;
        }
        catch (JsonException)
        {
            // Proxies and overloaded front ends answer in other formats: the status alone then says what happened.
            return null;
        }
    }

    private static string? MessageOf(JsonElement error) =>
        error.TryGetProperty("message", out var message) && message.TryGetProperty("value", out var text)
            ? text.GetString()
            : null;
}
