using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Savings;
using Evaluation.Core.Scenarios;

namespace Evaluation.Functions.Store;

/// <summary>Documents as they are stored and sent: camelCase, absent when null, unknown members refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(WrittenDecimalConverter)],
    MaxDepth = 16)]
[JsonSerializable(typeof(CommunityDocument))]
[JsonSerializable(typeof(MutualisationDocument))]
[JsonSerializable(typeof(CostDocument))]
[JsonSerializable(typeof(BaselineDocument))]
[JsonSerializable(typeof(ScenarioRequest))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    /// <summary>The context every document goes through.</summary>
    public static StoreJson Documents => ReadableDocuments.Context;

    // Not in the context itself, whose own static state may not be there yet.
    private static class ReadableDocuments
    {
        // French names stay readable in storage and answers; documents are never embedded in a page as script.
        public static readonly StoreJson Context = new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }
}
