using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Keys;

/// <summary>What the parts of a key are read with.</summary>
/// <param name="checks">Where problems are told.</param>
/// <param name="catalogue">Known indicators.</param>
/// <param name="community">Where members are looked up.</param>
internal sealed class KeyReading(DocumentChecks checks, Catalogue catalogue, Community community)
{
    public DocumentChecks Checks => checks;

    /// <summary>Tells that an indicator cannot share a cost, when it cannot.</summary>
    public void RequireShareable(string? indicator, string pointer)
    {
        if (catalogue.Find(indicator) is not { Level: IndicatorLevel.Member, IsComputed: false, IsDerived: false, Min: >= 0 })
        {
            checks.Add(Refusals.KeyIndicator, pointer, Excerpt.Of(indicator));
        }
    }

    /// <summary>Whether an indicator is a state or a mean, and not a use that adds up over time.</summary>
    public bool IsStock(string? indicator) => catalogue.Find(indicator) is { Aggregation: not AggregationRule.Sum };

    /// <summary>Figures by member, in the order of members; a member written twice (SIREN, INSEE code) is told.</summary>
    public IReadOnlyList<AgreedFigure> Figures(IReadOnlyDictionary<string, decimal>? written, string pointer)
    {
        var figures = new List<AgreedFigure>();
        foreach (var (text, value) in (written ?? EmptyFigures).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var member = checks.Member(text, $"{pointer}/{Excerpt.Of(text)}", community);
            if (member != default && figures.Exists(f => f.Member == member))
            {
                checks.Add(Refusals.MemberDuplicate, $"{pointer}/{Excerpt.Of(text)}", Excerpt.Of(text));
            }

            figures.Add(new AgreedFigure(member, value));
        }

        return figures;
    }

    private static readonly Dictionary<string, decimal> EmptyFigures = [];
}
