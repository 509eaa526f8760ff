namespace Evaluation.Functions.Administer;

/// <summary>What a caller may do. Every address asks for one.</summary>
internal enum Right
{
    /// <summary>Nothing: open to all.</summary>
    None,

    /// <summary>Reads what a community or a pooled service holds.</summary>
    Read,

    /// <summary>Sends values of a pooled service.</summary>
    Push,

    /// <summary>Takes part in the approval of a period; the step says which role it takes.</summary>
    Approve,

    /// <summary>Keeps the costs of a pooled service.</summary>
    KeepAccounts,

    /// <summary>Asks for reports and decides on them, opens closed periods.</summary>
    Direct,

    /// <summary>Declares communities and services, handles keys, queues, journal and audit.</summary>
    Administer,
}

/// <summary>Marks addresses with the right they ask for.</summary>
internal static class RightExtensions
{
    /// <summary>Asks for a right on the community, and the pooled service, that the address names.</summary>
    public static TBuilder Require<TBuilder>(this TBuilder builder, Right right)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(right);
}
