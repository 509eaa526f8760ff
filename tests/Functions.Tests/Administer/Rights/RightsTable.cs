using Evaluation.Functions.Callers;

namespace Evaluation.Functions.Tests.Administer.Rights;

/// <summary>
/// Which role may do what, as the documentation says it: written here a second time, by hand, so that neither the code
/// nor the documentation changes alone.
/// </summary>
internal static class RightsTable
{
    public static readonly IReadOnlyDictionary<string, Right[]> ByRole = new Dictionary<string, Right[]>
    {
        ["admin"] = Enum.GetValues<Right>(),
        ["director"] = [Right.None, Right.Known, Right.ReadPublished, Right.ReadMember, Right.Read, Right.Approve, Right.Settle, Right.Direct],
        ["serviceHead"] = [Right.None, Right.Known, Right.ReadPublished, Right.ReadMember, Right.Read, Right.Push, Right.Approve],
        ["accountant"] = [Right.None, Right.Known, Right.ReadPublished, Right.ReadMember, Right.Read, Right.KeepAccounts, Right.Settle],
        ["commune"] = [Right.None, Right.Known, Right.ReadPublished, Right.ReadMember, Right.Confirm],
    };

    /// <summary>Role claims whose part is a community with its service <c>ads</c>, of which Bresson is a member.</summary>
    public static string ClaimOf(string role, string siren) => role switch
    {
        "admin" => "admin",
        "serviceHead" => $"serviceHead:{siren}/ads",
        "commune" => $"commune:{siren}/213800576",
        _ => $"{role}:{siren}",
    };

    public static Caller CallerOf(string claim) => RoleClaim.CallerOf("essai", [claim]);
}
