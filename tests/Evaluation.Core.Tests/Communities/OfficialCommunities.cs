using System.Text.Json.Nodes;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Communities;

/// <summary>
/// Three EPCI and their communes with official codes and populations (npm @etalab/decoupage-administratif 6.0.0, MIT;
/// Insee COG and BANATIC, Licence Ouverte).
/// </summary>
internal static class OfficialCommunities
{
    private static readonly JsonArray All = JsonNode.Parse(
        Repository.Read("tests/Evaluation.Core.Tests/Communities/collectivites.json"))!["epci"]!.AsArray();

    public static IReadOnlyList<string> AllSiren =>
        [.. All.SelectMany(epci => Communes(epci!).Append(epci!)).Select(body => (string)body["siren"]!)];

    public static IReadOnlyList<string> AllInseeCodes =>
        [.. All.SelectMany(epci => Communes(epci!)).Select(commune => (string)commune["codeInsee"]!)];

    public static IReadOnlyList<(string InseeCode, string Siren, string Name, int Population)> CommunesOf(string siren) =>
        [.. Communes(All.Single(epci => (string)epci!["siren"]! == siren)!).Select(c => (
            (string)c["codeInsee"]!, (string)c["siren"]!, (string)c["nom"]!, (int)c["populationTotale"]!))];

    private static IEnumerable<JsonNode> Communes(JsonNode epci) => epci["communes"]!.AsArray().Select(c => c!);
}
