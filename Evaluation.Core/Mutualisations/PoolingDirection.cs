using Evaluation.Core.Communities;

namespace Evaluation.Core.Mutualisations;

/// <summary>
/// Which way a service is pooled, between the communes and their community. Derived from who provides and who
/// benefits, never typed in: the words are used both ways (docs/spec/mutualisations.md).
/// </summary>
public enum PoolingDirection
{
    /// <summary>From a commune to the intercommunal side.</summary>
    Ascendante,

    /// <summary>From the intercommunal side to communes.</summary>
    Descendante,

    /// <summary>Between equals: commune and commune, or intercommunal bodies.</summary>
    Horizontale,

    /// <summary>Both at once: some beneficiaries are on the provider’s side, others on the opposite one.</summary>
    Croisee,
}

/// <summary>Derives and words the direction of the pooling.</summary>
public static class PoolingDirections
{
    /// <summary>« ascendante », « descendante », « horizontale » or « croisée ».</summary>
    public static string Label(this PoolingDirection direction) => direction switch
    {
        PoolingDirection.Ascendante => "ascendante",
        PoolingDirection.Descendante => "descendante",
        PoolingDirection.Horizontale => "horizontale",
        PoolingDirection.Croisee => "croisée",
    };

    /// <summary>
    /// The direction between a provider and its beneficiaries; null without a beneficiary on either side.
    /// </summary>
    /// <remarks>
    /// A CCAS is on the side of communes; a CIAS and a syndicat are on the intercommunal side; a body of kind
    /// <see cref="MemberKind.Autre"/> is on neither. The provider must not be among the beneficiaries.
    /// </remarks>
    internal static PoolingDirection? Between(MemberKind provider, IEnumerable<MemberKind> beneficiaries)
    {
        var sides = beneficiaries.Select(SideOf).OfType<bool>().ToHashSet();
        return SideOf(provider) is not { } communal || sides.Count == 0 ? null
            : sides.Count == 2 ? PoolingDirection.Croisee
            : sides.Contains(communal) ? PoolingDirection.Horizontale
            : communal ? PoolingDirection.Ascendante
            : PoolingDirection.Descendante;
    }

    // True on the side of communes, false on the intercommunal side.
    private static bool? SideOf(MemberKind kind) => kind switch
    {
        MemberKind.Commune or MemberKind.CommuneExterieure or MemberKind.Ccas => true,
        MemberKind.Epci or MemberKind.Cias or MemberKind.Syndicat => false,
        MemberKind.Autre => null,
    };
}
