using System.Collections.Frozen;

namespace Evaluation.Functions.Callers;

/// <summary>What a person is. docs/api.md shows the same table.</summary>
internal enum Role
{
    Admin,
    Director,
    ServiceHead,
    Accountant,
    Commune,
}

/// <summary>Which role has which rights.</summary>
internal static class RoleRights
{
    // A director decides on what services send and does not send in their place; a commune reads what
    // was published and what concerns itself, and says whether its own units are right.
    private static readonly FrozenDictionary<Role, FrozenSet<Right>> Matrix = new Dictionary<Role, FrozenSet<Right>>
    {
        [Role.Admin] = [.. Enum.GetValues<Right>()],
        [Role.Director] = [Right.Known, Right.ReadPublished, Right.ReadMember, Right.Read, Right.Approve, Right.Settle, Right.Direct],
        [Role.ServiceHead] = [Right.Known, Right.ReadPublished, Right.ReadMember, Right.Read, Right.Push, Right.Approve],
        [Role.Accountant] = [Right.Known, Right.ReadPublished, Right.ReadMember, Right.Read, Right.KeepAccounts, Right.Settle],
        [Role.Commune] = [Right.Known, Right.ReadPublished, Right.ReadMember, Right.Confirm],
    }.ToFrozenDictionary();

    public static FrozenSet<Right> Of(Role role) => Matrix[role];
}
