using System.Text.Json.Serialization;
using Evaluation.Core.Closing;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Papers.Members;

/// <summary>Where the amounts of a service come from in what a member is told.</summary>
public enum AccountSource
{
    /// <summary>The latest version of the report that was transmitted.</summary>
    Transmitted,

    /// <summary>What is known now, for who reads the service: a draft.</summary>
    Draft,

    /// <summary>Nowhere: no version was transmitted.</summary>
    NotTransmitted,

    /// <summary>Nowhere: the version that was transmitted tells no member its own part.</summary>
    NotDetailed,

    /// <summary>Nowhere: the service was not in force.</summary>
    NotEvaluated,

    /// <summary>Nowhere: no version was transmitted, and the service shares no cost that one could tell.</summary>
    NotShared,
}

/// <summary>What a member is told of one service.</summary>
/// <param name="Mutualisation">Slug.</param>
/// <param name="Label">Its name.</param>
/// <param name="Source">An <see cref="AccountSource"/>, written.</param>
/// <param name="Version">Of the report that the amounts come from; null when they come from none.</param>
/// <param name="TransmittedOn">Local date of its transmission.</param>
/// <param name="Sentence">The same in a French sentence.</param>
/// <param name="Obstacle">Why there is no split; null when there is one, or nothing to tell.</param>
/// <param name="Key">The key in words.</param>
/// <param name="IsProvisional">Whether the forecast is split.</param>
/// <param name="Cost">The full cost of the service, euros; null where there is nothing to tell.</param>
/// <param name="Settlement">How amounts are settled.</param>
/// <param name="WhyNoSavings">Why nothing is measured against the time before pooling; empty where it is.</param>
/// <param name="Account">The member’s own part; null where there is nothing to tell.</param>
/// <param name="Units">Its units, as they are known now, of the periods that are over.</param>
public sealed record ServiceAccount(
    string Mutualisation,
    string Label,
    string Source,
    string? Version,
    DateOnly? TransmittedOn,
    string Sentence,
    string? Obstacle,
    string? Key,
    bool IsProvisional,
    Figure? Cost,
    string? Settlement,
    IReadOnlyList<string> WhyNoSavings,
    MemberAccount? Account,
    IReadOnlyList<UnitsEntry> Units)
{
    /// <summary>What the service cost the year before, euros; null where it is not known, or was not told yet.</summary>
    public Figure? PreviousCost { get; init; }

    /// <summary>Its calls as they are known now, by day; empty where there is nothing to tell.</summary>
    public IReadOnlyList<MemberCall> Calls { get; init; } = [];

    /// <summary>Which of its periods take no more values now: none are asked of them.</summary>
    [JsonIgnore]
    public ClosedPeriods Closed { get; init; } = ClosedPeriods.None;

    /// <summary>Whether the amounts are those of a draft.</summary>
    [JsonIgnore]
    public bool IsDraft => Source == DomainCode.Of(AccountSource.Draft);

    /// <summary>Whether there is no version that could tell an amount, for there can be none.</summary>
    [JsonIgnore]
    public bool IsWithoutAmount => Source == DomainCode.Of(AccountSource.NotEvaluated) || Source == DomainCode.Of(AccountSource.NotShared);

    /// <summary>Whether nothing is owed of its amounts: a version keeps how they are settled in words only.</summary>
    [JsonIgnore]
    public bool IsFree => Settlement == ReportText.Prose(SettlementWords.Of(SettlementMode.Gratuit));
}

/// <summary>A call of a member, and where it stands.</summary>
/// <param name="CalledOn">Day of the titre or of the imputation.</param>
/// <param name="Kind">A <see cref="CallKind"/>, written.</param>
/// <param name="Amount">Euros, exact; negative for what is paid back.</param>
/// <param name="State">A <see cref="CallState"/>, written: as the accountant said, else planned before its day and issued from it on.</param>
/// <param name="Since">Since when, as the accountant said; null while nothing was said.</param>
/// <param name="Comment">What there is to say of it; null for nothing.</param>
public sealed record MemberCall(DateOnly CalledOn, string Kind, decimal Amount, string State, DateOnly? Since, string? Comment)
{
    /// <summary>The calls of a member in a year, by day.</summary>
    /// <param name="member">SIREN.</param>
    /// <param name="costs">Of the year, with the states of its calls.</param>
    /// <param name="today">Local date in Europe/Paris.</param>
    public static IReadOnlyList<MemberCall> Of(string member, CostYear costs, DateOnly today) =>
    [
        .. costs.Calls.Where(c => c.Member.ToString() == member).OrderBy(c => c.CalledOn).Select(c => new MemberCall(
            c.CalledOn,
            DomainCode.Of(c.Kind),
            c.Amount,
            DomainCode.Of(c.StateOn(today)),
            c.Standing?.On,
            c.Standing?.Comment is { } comment ? ReportText.Prose(comment) : null)),
    ];
}

/// <summary>All services together. Euros, exact.</summary>
/// <param name="Amount">Σ amounts of the services whose amount is known; not transmitted when none is, not applicable when none shares a cost.</param>
/// <param name="Previous">Σ of the same services the year before; not transmitted when one of them is not known, not applicable when it was in none.</param>
/// <param name="Change">The difference.</param>
/// <param name="Called">Σ calls of the services with calls; not applicable when none has any.</param>
/// <param name="Balance">Σ balances of the same services.</param>
/// <param name="Services">Services whose amount is known.</param>
/// <param name="Without">Names of those whose amount is not, though they share a cost.</param>
public sealed record AccountTotal(
    Figure Amount, Figure Previous, Figure Change, Figure Called, Figure Balance, int Services, IReadOnlyList<string> Without)
{
    /// <summary>What the services with calls are to be paid for the year, called + balance; not applicable when none has any.</summary>
    public Figure Due => Called.Value + Balance.Value is { } due ? Figure.Of(due, 2) : Called;
}

/// <summary>Something that the member is asked.</summary>
/// <param name="About"><c>units</c>, <c>values</c>, <c>balance</c>.</param>
/// <param name="Mutualisation">Slug.</param>
/// <param name="Text">A French sentence.</param>
public sealed record AskedOfMember(string About, string Mutualisation, string Text);

/// <summary>What a member is told of a year, over all its services.</summary>
/// <param name="Member">Who.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="Services">By label.</param>
/// <param name="Total">All together.</param>
/// <param name="Asked">What the member is asked.</param>
public sealed record MemberYear(
    ReportMember Member, int Year, IReadOnlyList<ServiceAccount> Services, AccountTotal Total, IReadOnlyList<AskedOfMember> Asked);
