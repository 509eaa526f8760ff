using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Evaluation.Functions.Store;

/// <summary>How documents and answers are written: French letters as they are, for none is ever put into a page as script.</summary>
internal static class ReadableJson
{
    /// <summary>The options of a context, with readable letters.</summary>
    public static JsonSerializerOptions Of(JsonSerializerContext context) =>
        new(context.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a kept file says.</summary>
    /// <param name="file">As it was written.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="InvalidDataException">It holds no such thing.</exception>
    public static T Read<T>(BinaryData file, JsonTypeInfo<T> type, string name)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(file.ToMemory().Span, type) ?? throw new InvalidDataException($"{name} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} cannot be read.", e);
        }
    }
}
