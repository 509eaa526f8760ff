using System.Text.Json;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Http;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Collect.Formats;

/// <summary>The service of <see cref="GivenService"/>, without its app.</summary>
internal static class GivenTemplate
{
    public static Community Community() => Documents.Require(CommunityReader.Read(
        "200040715",
        JsonSerializer.Deserialize(GivenService.CommunityDocument, StoreJson.Default.CommunityDocument)!));

    public static Mutualisation Mutualisation(Community community) => Documents.Require(MutualisationReader.Read(
        "ads",
        JsonSerializer.Deserialize(GivenService.MutualisationDocument(), StoreJson.Default.MutualisationDocument)!,
        community,
        Catalogue.Standard));
}
