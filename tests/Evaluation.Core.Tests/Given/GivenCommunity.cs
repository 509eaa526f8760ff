using System.Globalization;
using Evaluation.Core.Communities;

namespace Evaluation.Core.Tests.Given;

/// <summary>Made-up communities: a commune per name, with INSEE codes 38001, 38002… and valid SIREN.</summary>
internal static class GivenCommunity
{
    public const string Siren = "200040715";

    public static Community Of(params string[] communes) => Read(Document(communes));

    /// <summary>A body per kind, named « 1 », « 2 »… in order.</summary>
    public static Community OfKinds(params string[] kinds) => Read(Document() with
    {
        Members = [.. kinds.Select((kind, rank) => Commune(string.Create(CultureInfo.InvariantCulture, $"{rank + 1}"), rank + 1) with
        {
            Kind = kind,
            InseeCode = kind is "commune" or "communeExterieure" ? InseeOf(rank + 1) : null,
        })],
    });

    public static Community Read(CommunityDocument document)
    {
        var outcome = CommunityReader.Read(Siren, document);
        Assert.Empty(outcome.Problems);
        return outcome.Value!;
    }

    public static CommunityDocument Document(params string[] communes) => new()
    {
        Name = "Métropole d’essai",
        Kind = "metropole",
        FiscalRegime = "fpu",
        Members = [.. communes.Select((name, rank) => Commune(name, rank + 1))],
    };

    /// <summary>A commune of 1 000 inhabitants times its rank.</summary>
    public static MemberDocument Commune(string name, int rank) => new()
    {
        Siren = SirenOf(rank),
        InseeCode = InseeOf(rank),
        Name = name,
        Populations = [Population(2024, rank * 1_000)],
    };

    public static PopulationDocument Population(int year, int inhabitants, string kind = "totale") =>
        new() { Kind = kind, Year = year, Inhabitants = inhabitants, Source = "Insee" };

    public static string InseeOf(int rank) => string.Create(CultureInfo.InvariantCulture, $"38{rank:D3}");

    public static string SirenOf(int rank)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"2138{rank:D4}");
        return Enumerable.Range(0, 10)
            .Select(check => string.Create(CultureInfo.InvariantCulture, $"{digits}{check}"))
            .Single(number => Core.Communities.Siren.TryParse(number, out _));
    }

    public static Member Named(this Community community, string name) => community.Members.Single(m => m.Name == name);
}
