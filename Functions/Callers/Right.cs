namespace Evaluation.Functions.Callers;

/// <summary>What a caller may do. Every address asks for one.</summary>
internal enum Right
{
    /// <summary>Nothing: open to all.</summary>
    None,

    /// <summary>To be known, by a key or by signing in; the answer shows only what the caller sees.</summary>
    Known,

    /// <summary>Reads the reports of a pooled service.</summary>
    ReadPublished,

    /// <summary>Reads what concerns one member: its units, its amounts.</summary>
    ReadMember,

    /// <summary>Reads what a community or a pooled service holds.</summary>
    Read,

    /// <summary>Acts in the name of a member: says whether its units are right, subscribes it to what concerns it.</summary>
    Confirm,

    /// <summary>Sends values of a pooled service.</summary>
    Push,

    /// <summary>
    /// Takes part in the approval of a period, the step says which role it takes; answers a member that contests its units.
    /// </summary>
    Approve,

    /// <summary>Keeps the costs of a pooled service.</summary>
    KeepAccounts,

    /// <summary>Settles the amounts of a year (arrêter les montants).</summary>
    Settle,

    /// <summary>Asks for reports and decides on them, opens closed periods and settled years.</summary>
    Direct,

    /// <summary>Declares communities and services, handles keys, queues, journal and audit.</summary>
    Administer,
}

/// <summary>The right that an address asks for.</summary>
internal sealed record RightAsked(Right Right);

/// <summary>Marks addresses with the right they ask for.</summary>
internal static class RightExtensions
{
    /// <summary>Asks for a right on the community, and the pooled service, that the address names.</summary>
    public static TBuilder Require<TBuilder>(this TBuilder builder, Right right)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RightAsked(right));

    /// <summary>
    /// Whether a right only lets see. One who has it on a part may use the addresses of the whole, whose answers are
    /// narrowed to that part; whoever changes something must have the right on all of what the address names.
    /// </summary>
    public static bool OnlySees(this Right right) => right <= Right.Read;
}
