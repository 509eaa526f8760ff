using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Describe;

/// <summary>A refusal that an address can give, or what it tells without refusing.</summary>
/// <param name="Status">The status that answers it; null for what is told beside an answer.</param>
/// <param name="Code">Of the catalogue.</param>
internal sealed record DescribedRefusal(int? Status, RefusalCode Code);

/// <summary>
/// The refusals of each address: those of the layers that every call goes through, which hang on what the address is, and those
/// that its own code reaches. The latter are read from the program by a test, which writes them to refusals.txt: one line an
/// address and a status, method, address, status (or <c>told</c>), codes.
/// </summary>
internal static class DescribedRefusals
{
    private const string Reached = "refusals.txt";
    private const string Told = "told";

    private static readonly Lazy<Dictionary<string, RefusalCode>> Catalogue = new(() =>
        All().ToDictionary(code => code.Code, StringComparer.Ordinal));

    private static readonly Lazy<ILookup<string, DescribedRefusal>> ByAddress = new(() => Read()
        .SelectMany(line => line.Codes.Select(code => (line.Address, Refusal: new DescribedRefusal(line.Status, Catalogue.Value[code]))))
        .ToLookup(read => read.Address, read => read.Refusal, StringComparer.Ordinal));

    /// <summary>Every code of the catalogue, by code.</summary>
    public static IEnumerable<RefusalCode> All() =>
        RefusalCode.DeclaredBy(typeof(Refusals)).Concat(RefusalCode.DeclaredBy(typeof(EdgeRefusals))).OrderBy(code => code.Code, StringComparer.Ordinal);

    /// <summary>What an address refuses, and tells, by status and code.</summary>
    public static IReadOnlyList<DescribedRefusal> Of(RouteEndpoint endpoint, string method) =>
    [
        .. OfLayers(endpoint).Concat(ByAddress.Value[$"{method} {endpoint.RoutePattern.RawText}"])
            .DistinctBy(r => (r.Status, r.Code.Code))
            .OrderBy(r => r.Status ?? int.MaxValue)
            .ThenBy(r => r.Code.Code, StringComparer.Ordinal),
    ];

    /// <summary>What the layers refuse before the address is asked, whatever it does.</summary>
    public static IEnumerable<DescribedRefusal> OfLayers(RouteEndpoint endpoint)
    {
        var right = endpoint.Metadata.GetRequiredMetadata<RightAsked>().Right;
        var names = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var isOfCommunity = names.Contains("siren");
        (bool When, RefusalCode Code)[] layers =
        [
            (true, EdgeRefusals.AccessHost),
            (true, EdgeRefusals.AccessOrigin),
            (true, EdgeRefusals.AccessAuthority),
            (true, EdgeRefusals.ParameterUnknown),
            (true, EdgeRefusals.ParameterRepeated),
            (true, EdgeRefusals.RequestMalformed),
            (true, EdgeRefusals.BodyEncoding),
            (true, EdgeRefusals.BodyCorrupt),
            (true, EdgeRefusals.BodyTooLarge),
            (true, EdgeRefusals.StorageUnavailable),
            (true, EdgeRefusals.Internal),
            (right != Right.None, EdgeRefusals.AccessKey),
            (right != Right.None, EdgeRefusals.RateLimited),
            (right != Right.None, EdgeRefusals.AccessDenied),
            (names.Overlaps(Admissible.Names), EdgeRefusals.AddressUnknown),
            (isOfCommunity, EdgeRefusals.CommunityUnknown),
            (isOfCommunity && names.Contains("id"), EdgeRefusals.MutualisationUnknown),
            (isOfCommunity && names.Contains("member"), Refusals.MemberUnknown),
            (isOfCommunity && names.Contains("member") && right != Right.None, EdgeRefusals.MemberOther),
        ];
        return layers.Where(layer => layer.When).Select(layer => new DescribedRefusal(RefusalStatus.Of(layer.Code.Kind), layer.Code));
    }

    private static IEnumerable<(string Address, int? Status, string[] Codes)> Read()
    {
        using var reader = new StreamReader(typeof(DescribedRefusals).Assembly.GetManifestResourceStream(Reached)
            ?? throw new InvalidDataException($"{Reached} is not part of the program."));
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var method, var address, var status, .. var codes])
            {
                yield return ($"{method} {address}", status == Told ? null : int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), codes);
            }
        }
    }
}
