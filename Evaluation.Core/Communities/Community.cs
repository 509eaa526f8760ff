using System.Collections.Frozen;

namespace Evaluation.Core.Communities;

/// <summary>An EPCI and the bodies that may pool services with it.</summary>
public sealed class Community
{
    private readonly FrozenDictionary<string, Member> _byAlias;

    internal Community(
        Siren siren,
        string name,
        CommunityKind kind,
        FiscalRegime fiscalRegime,
        bool isDemonstration,
        IEnumerable<Member> members)
    {
        Siren = siren;
        Name = name;
        Kind = kind;
        FiscalRegime = fiscalRegime;
        IsDemonstration = isDemonstration;
        Members = [.. members.OrderBy(m => m.SortKey, StringComparer.Ordinal)];
        _byAlias = Members
            .SelectMany(m => m.InseeCode is null
                ? [KeyValuePair.Create(m.Siren.ToString(), m)]
                : new[] { KeyValuePair.Create(m.Siren.ToString(), m), KeyValuePair.Create(m.InseeCode, m) })
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Its number: the identity.</summary>
    public Siren Siren { get; }

    /// <summary>Official name.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public CommunityKind Kind { get; }

    /// <summary>How it taxes.</summary>
    public FiscalRegime FiscalRegime { get; }

    /// <summary>Whether its figures are made up; every page and report then says so.</summary>
    public bool IsDemonstration { get; }

    /// <summary>Every body, by INSEE code, then SIREN.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>Price indices, in document order.</summary>
    public IReadOnlyList<PriceIndex> PriceIndices { get; init; } = [];

    /// <summary>Pay of functional services, one a year at most.</summary>
    public IReadOnlyList<FunctionalPay> FunctionalPay { get; init; } = [];

    /// <summary>Address of the direction, which is told what services leave undone; null when it is not recorded.</summary>
    public string? DirectorMailbox { get; init; }

    /// <summary>Addresses that asked for no notices, of services or of the direction.</summary>
    public IReadOnlyList<string> MutedMailboxes { get; init; } = [];

    /// <summary>Who receives which report, in document order.</summary>
    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];

    /// <summary>Whether an address asked for no notices; case does not matter.</summary>
    public bool Mutes(string mailbox) => MutedMailboxes.Contains(mailbox, StringComparer.OrdinalIgnoreCase);

    /// <summary>Coefficient de mutualisation of a year (CGCT L5211-4-1 V), information only; null when not known.</summary>
    public decimal? MutualisationCoefficientIn(int year) => FunctionalPay.FirstOrDefault(p => p.Year == year)?.Coefficient;

    /// <summary>The communes of the community, the base of adhesion rates.</summary>
    public IEnumerable<Member> Communes => Members.Where(m => m.Kind == MemberKind.Commune);

    /// <summary>The member of a SIREN or an INSEE code; null when there is none.</summary>
    public Member? Find(string? sirenOrInsee) =>
        sirenOrInsee is null ? null : _byAlias.GetValueOrDefault(sirenOrInsee);

    /// <summary>The price index of a code; null when there is none.</summary>
    public PriceIndex? PriceIndex(string? code) => PriceIndices.FirstOrDefault(i => i.Code == code);

    /// <summary>The member of a SIREN that is known to belong.</summary>
    /// <exception cref="KeyNotFoundException">It does not belong.</exception>
    public Member Member(Siren siren) => _byAlias[siren.ToString()];
}
