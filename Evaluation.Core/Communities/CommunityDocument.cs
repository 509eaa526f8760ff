namespace Evaluation.Core.Communities;

/// <summary>A community as it is sent, stored and given back. Everything is optional until it is read.</summary>
public sealed record CommunityDocument
{
    /// <summary>Official name.</summary>
    public string? Name { get; init; }

    /// <summary>A <see cref="CommunityKind"/>, written.</summary>
    public string? Kind { get; init; }

    /// <summary>A <see cref="Communities.FiscalRegime"/>, written.</summary>
    public string? FiscalRegime { get; init; }

    /// <summary>True when the figures are made up.</summary>
    public bool Demonstration { get; init; }

    /// <summary>The bodies that may take part.</summary>
    public IReadOnlyList<MemberDocument>? Members { get; init; }

    /// <summary>Price indices that bring the euros of one year to those of another.</summary>
    public IReadOnlyList<PriceIndexDocument>? PriceIndices { get; init; }

    /// <summary>Pay of the staff of functional services.</summary>
    public IReadOnlyList<FunctionalPayDocument>? FunctionalPay { get; init; }

    /// <summary>Address of the direction, not of a person.</summary>
    public string? DirectorMailbox { get; init; }

    /// <summary>Addresses that get no notices.</summary>
    public IReadOnlyList<string?>? MutedMailboxes { get; init; }

    /// <summary>Who receives which report.</summary>
    public IReadOnlyList<SubscriptionDocument?>? Subscriptions { get; init; }
}

/// <summary>A subscription as it is sent, stored and given back.</summary>
public sealed record SubscriptionDocument
{
    /// <summary>A <see cref="Kinds.ReportKind"/>, written.</summary>
    public string? Kind { get; init; }

    /// <summary>Slug of a service; all services when absent.</summary>
    public string? Mutualisation { get; init; }

    /// <summary>A <see cref="NoticeRecipient"/>, written.</summary>
    public string? To { get; init; }

    /// <summary>SIREN or INSEE code, of a member that is told.</summary>
    public string? Member { get; init; }

    /// <summary>The address that is told, of a service, not of a person.</summary>
    public string? Mailbox { get; init; }

    /// <summary>A <see cref="SubscriptionForm"/>, written; <c>link</c> when absent.</summary>
    public string? As { get; init; }
}

/// <summary>A member as it is sent, stored and given back.</summary>
public sealed record MemberDocument
{
    /// <summary>Nine digits.</summary>
    public string? Siren { get; init; }

    /// <summary>Five characters, communes only.</summary>
    public string? InseeCode { get; init; }

    /// <summary>Official name.</summary>
    public string? Name { get; init; }

    /// <summary>A <see cref="MemberKind"/>, written; <c>commune</c> when absent.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether it is the ville-centre.</summary>
    public bool VilleCentre { get; init; }

    /// <summary>Counts of inhabitants.</summary>
    public IReadOnlyList<PopulationDocument>? Populations { get; init; }

    /// <summary>Counts of agents.</summary>
    public IReadOnlyList<AgentCountDocument>? Agents { get; init; }

    /// <summary>Address that transmitted reports are told to; of the town hall, not of a person.</summary>
    public string? Mailbox { get; init; }
}

/// <summary>A count of inhabitants as it is sent, stored and given back.</summary>
public sealed record PopulationDocument
{
    /// <summary>A <see cref="PopulationKind"/>, written.</summary>
    public string? Kind { get; init; }

    /// <summary>The year it is in force.</summary>
    public int Year { get; init; }

    /// <summary>Inhabitants.</summary>
    public int Inhabitants { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }
}

/// <summary>A count of agents as it is sent, stored and given back.</summary>
public sealed record AgentCountDocument
{
    /// <summary>The year, on 31 December.</summary>
    public int Year { get; init; }

    /// <summary>Agents employed.</summary>
    public int Count { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }
}

/// <summary>The pay of functional services as it is sent, stored and given back.</summary>
public sealed record FunctionalPayDocument
{
    /// <summary>Fiscal year.</summary>
    public int Year { get; init; }

    /// <summary>Euros, in the services of the community.</summary>
    public decimal Community { get; init; }

    /// <summary>Euros, in those of the community and of its communes.</summary>
    public decimal Total { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }
}

/// <summary>A price index as it is sent, stored and given back.</summary>
public sealed record PriceIndexDocument
{
    /// <summary>Short code, unique in the community.</summary>
    public string? Code { get; init; }

    /// <summary>French name.</summary>
    public string? Label { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }

    /// <summary>Its values.</summary>
    public IReadOnlyList<PriceIndexValueDocument>? Values { get; init; }
}

/// <summary>The value of a price index as it is sent, stored and given back.</summary>
public sealed record PriceIndexValueDocument
{
    /// <summary>The year.</summary>
    public int Year { get; init; }

    /// <summary>Mean of the year, more than 0.</summary>
    public decimal Value { get; init; }
}
