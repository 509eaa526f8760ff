using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evaluation.Functions.Store;

/// <summary>How documents and answers are written: French letters as they are, for none is ever put into a page as script.</summary>
internal static class ReadableJson
{
    /// <summary>The options of a context, with readable letters.</summary>
    public static JsonSerializerOptions Of(JsonSerializerContext context) =>
        new(context.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
