using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Functions.Callers;

/// <summary>Rights over a part of what there is.</summary>
/// <param name="Rights">Which.</param>
internal sealed record Grant(IReadOnlySet<Right> Rights)
{
    /// <summary>In this community; null: in every one.</summary>
    public Siren? Community { get; init; }

    /// <summary>On these services; null: on all of them.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>On the services in which this member takes or took part; null: whoever takes part.</summary>
    public Siren? Member { get; init; }

    /// <summary>The rights of a role, everywhere.</summary>
    public static Grant Of(Role role) => new(RoleRights.Of(role));

    public bool Gives(Right right, Siren? siren, string? mutualisation) =>
        Rights.Contains(right)
        && Covers(right, siren)
        && (mutualisation is null
            ? right.OnlySees() || (Services is null && Member is null)
            : Member is null && Names(mutualisation));

    public bool Gives(Right right, Siren siren, Mutualisation mutualisation) =>
        Rights.Contains(right)
        && Covers(right, siren)
        && Names(mutualisation.Id)
        && (Member is not { } member || mutualisation.Memberships.Any(m => m.Member == member));

    /// <summary>Whether it gives a right on what is its own member’s, over all services.</summary>
    public bool GivesOwn(Right right, Siren siren) => Rights.Contains(right) && Covers(right, siren) && Member is not null && Services is null;

    private bool Covers(Right right, Siren? siren) =>
        Community is not { } own || (siren is { } asked ? asked == own : right.OnlySees());

    private bool Names(string mutualisation) => Services?.Contains(mutualisation, StringComparer.Ordinal) ?? true;
}
