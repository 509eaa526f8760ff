using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Access;
using Microsoft.AspNetCore.Http.Features;

namespace Evaluation.Functions.Callers;

/// <summary>Who asks, an application by its key or a person, and what it may do.</summary>
/// <param name="Name">How trails name it, such as <c>key:3f2a</c>, <c>user:a.martin@ville.fr</c>, <c>timer</c>; never a secret.</param>
internal sealed record Caller(string Name)
{
    /// <summary>Scheduled work.</summary>
    public static readonly Caller Schedule = new("schedule") { Grants = [Grant.Of(Role.Admin)] };

    /// <summary>Whoever works on a developer’s machine, where no key is asked.</summary>
    public static readonly Caller Local = new("local") { Grants = [Grant.Of(Role.Admin)] };

    /// <summary>What it was given; nothing by default.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>
    /// Whether the caller has a right on a service, a community (no service named) or in general (none named). A
    /// commune’s right on a service depends on who takes part in it: ask with the service itself.
    /// </summary>
    public bool May(Right right, Siren? siren = null, string? mutualisation = null) =>
        right == Right.None || Grants.Any(g => g.Gives(right, siren, mutualisation));

    /// <summary>Whether the caller has a right on a service.</summary>
    public bool May(Right right, Siren siren, Mutualisation mutualisation) =>
        right == Right.None || Grants.Any(g => g.Gives(right, siren, mutualisation));

    /// <summary>
    /// Whether the caller has a right on what is a member’s own, over all services: who has it on the whole community, and the member. To
    /// be asked of a caller towards that member.
    /// </summary>
    public bool MayOwn(Right right, Siren siren) => May(right, siren) || Grants.Any(g => g.GivesOwn(right, siren));

    /// <summary>
    /// Whether the caller reads a community as a whole: what tells of every service of it at once. To see a part is enough for
    /// the address of the whole, not for that.
    /// </summary>
    public bool ReadsAllOf(Siren siren) => Grants.Any(g => g is { Services: null, Member: null } && g.Gives(Right.Read, siren, mutualisation: (string?)null));

    /// <summary>Whether the caller reads all that concerns a member, in every service: who reads the whole community, and the member.</summary>
    public bool ReadsAllOf(Siren siren, Siren member) => ReadsAllOf(siren)
        || Grants.Any(g => g.Services is null && g.Member == member && g.Gives(Right.ReadMember, siren, mutualisation: (string?)null));

    /// <summary>The caller, with no more than what it was given that reaches a member; null: a member that is not there.</summary>
    public Caller Towards(Siren? member) => this with { Grants = [.. Grants.Where(g => g.Member is null || g.Member == member)] };

    /// <summary>Whether a community, or a service, exists as far as the caller is told.</summary>
    public bool Sees(Siren siren, string? mutualisation = null) => May(Right.Known, siren, mutualisation);

    /// <summary>Whether a service exists as far as the caller is told.</summary>
    public bool Sees(Siren siren, Mutualisation mutualisation) => May(Right.Known, siren, mutualisation);
}

/// <summary>The caller of a request.</summary>
internal static class CallerExtensions
{
    /// <exception cref="InvalidOperationException">The request went past <see cref="Admission"/>.</exception>
    public static Caller Caller(this HttpContext context) => context.Features.GetRequiredFeature<Caller>();
}
