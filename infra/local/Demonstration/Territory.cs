using System.Text.Json;
using Evaluation.Core.Communities;

namespace Evaluation.Local.Demonstration;

/// <summary>The three communities of the demonstration: real communes, real populations.</summary>
internal static class Territory
{
    public const string Grenoble = "200040715";
    public const string Clermont = "246300701";
    public const string PorteDeLIsere = "243800604";

    /// <summary>Code of the price index of the three communities.</summary>
    public const string PriceIndex = "demonstration";

    private static readonly Lazy<IReadOnlyDictionary<string, CommunityDocument>> Shipped = new(Read);

    /// <summary>The documents, by SIREN.</summary>
    public static IReadOnlyDictionary<string, CommunityDocument> Communities => Shipped.Value;

    /// <summary>INSEE codes of the communes with so many inhabitants (population totale), in the document's order.</summary>
    public static IReadOnlyList<string> Communes(string siren, int fewest = 0, int most = int.MaxValue) =>
    [
        .. Communities[siren].Members!
            .Where(m => m.InseeCode is not null && m.Populations![0].Inhabitants >= fewest && m.Populations[0].Inhabitants <= most)
            .Select(m => m.InseeCode!),
    ];

    private static Dictionary<string, CommunityDocument> Read()
    {
        using var file = typeof(Territory).Assembly.GetManifestResourceStream("communities.json")!;
        return JsonSerializer.Deserialize(file, LocalJson.Default.DictionaryStringCommunityDocument)!;
    }
}
