using Evaluation.Core.Communities;

namespace Evaluation.Functions.Callers;

/// <summary>
/// Reads the value of a role claim: <c>admin</c>, <c>director</c>, <c>director:200040715</c>,
/// <c>accountant:200040715</c>, <c>serviceHead:200040715/ads</c>, <c>commune:200040715/213801855</c>.
/// </summary>
internal static class RoleClaim
{
    /// <summary>What it gives; null for any other text, which gives nothing.</summary>
    public static Grant? GrantOf(string text)
    {
        var role = text.Split(':', 2);
        var scope = role.Length == 2 ? role[1].Split('/', 2) : [];
        Siren? community = scope.Length > 0 && Siren.TryParse(scope[0], out var siren) ? siren : null;
        var part = scope.Length == 2 && scope[1].Length > 0 ? scope[1] : null;
        return (role[0], scope.Length) switch
        {
            ("admin", 0) => Grant.Of(Role.Admin),
            ("director", 0) => Grant.Of(Role.Director),
            ("director", 1) when community is not null => Grant.Of(Role.Director) with { Community = community },
            ("accountant", 1) when community is not null => Grant.Of(Role.Accountant) with { Community = community },
            ("serviceHead", 2) when community is not null && part is not null =>
                Grant.Of(Role.ServiceHead) with { Community = community, Services = [part] },
            ("commune", 2) when community is not null && Siren.TryParse(part, out var member) =>
                Grant.Of(Role.Commune) with { Community = community, Member = member },
            _ => null,
        };
    }

    /// <summary>A person, with what its roles give.</summary>
    /// <param name="name">How the identity provider names it; null when it does not.</param>
    /// <param name="roles">Values of its role claims.</param>
    public static Caller CallerOf(string? name, IEnumerable<string> roles)
    {
        const int LongestName = 120;
        var shown = new string([.. (name ?? "").Where(c => !char.IsControl(c)).Take(LongestName)]);
        return new Caller($"user:{(shown.Length > 0 ? shown : "unnamed")}")
        {
            Grants = [.. roles.Select(GrantOf).OfType<Grant>()],
        };
    }
}
