using System.Text.Json.Serialization;

namespace Evaluation.Core.Reports;

/// <summary>What a member weighs under one criterion of the key.</summary>
/// <param name="Label">« Population », « Équivalents permis de construire instruits ».</param>
/// <param name="Code">Of the indicator; null for a fixed criterion.</param>
/// <param name="Weight">Percent of the cost it splits.</param>
/// <param name="Units">The member’s, days counted and franchise taken off, four decimals at most: as the amount is computed.</param>
/// <param name="Total">All members’.</param>
public sealed record AccountUnits(string Label, string? Code, decimal Weight, Figure Units, Figure Total);

/// <summary>A part of an amount by nature of cost. Euros, exact.</summary>
/// <param name="Label">« Personnel »…; those charged to the member alone say so.</param>
/// <param name="Amount">To the cent.</param>
public sealed record AccountNature(string Label, decimal Amount);

/// <summary>What the member would have spent alone, against what it spends. Euros, exact.</summary>
/// <param name="Reference">Before pooling, at the prices of the year and the former volume.</param>
/// <param name="OwnSpending">What it still spends itself.</param>
/// <param name="Paid">Recharged to it.</param>
/// <param name="Received">Recharged by it.</param>
/// <param name="NetCost">Own spending + paid − received.</param>
/// <param name="Saving">Reference − net cost; negative when it spends more than before.</param>
public sealed record AccountAlone(Figure Reference, Figure OwnSpending, Figure Paid, Figure Received, Figure NetCost, Figure Saving);

/// <summary>Values of one indicator that were due from a member and did not come.</summary>
/// <param name="Code">Of the indicator.</param>
/// <param name="Label">Its name.</param>
/// <param name="Periods">Canonical: <c>2025-03</c>.</param>
/// <param name="InWords">« mars, avril ».</param>
public sealed record AccountMissing(string Code, string Label, IReadOnlyList<string> Periods, string InWords);

/// <summary>What goes from years that were settled to the call of another. Euros, exact.</summary>
/// <param name="Years">The years it comes from, or those it goes to.</param>
/// <param name="Amount">Positive when the member owes it, negative when it is owed.</param>
public sealed record AccountCarried(IReadOnlyList<int> Years, Figure Amount)
{
    /// <summary>The years, in words.</summary>
    [JsonIgnore]
    public string InWords => French.FrenchText.List([.. Years.Select(ReportText.Year)]);
}

/// <summary>What was called from a member, and what is left. Euros, exact.</summary>
/// <param name="Provisional">Instalments.</param>
/// <param name="Regularised">Régularisations already called.</param>
/// <param name="Called">Both.</param>
/// <param name="Balance">Due − called; positive is a complément, negative an avoir.</param>
/// <param name="Word">« complément », « avoir », « soldé ».</param>
public sealed record AccountCalls(Figure Provisional, Figure Regularised, Figure Called, Figure Balance, string Word)
{
    /// <summary>Taken off the attribution de compensation; null in versions made before it was told.</summary>
    public Figure? Imputed { get; init; }

    /// <summary>What settled years left to settle with this one; null when they left it nothing.</summary>
    public AccountCarried? Carried { get; init; }

    /// <summary>What this year, settled, left to settle with later ones; null when it left nothing.</summary>
    public AccountCarried? Onward { get; init; }

    /// <summary>
    /// What is to be paid for the year, called + balance: the amount, nothing of a free service, plus what settled years carried,
    /// less what is carried to later ones.
    /// </summary>
    public Figure Due => Figure.Of(Called.Value + Balance.Value, 2);
}

/// <summary>What one member is told of its part of a service in a year.</summary>
/// <param name="Member">Who.</param>
/// <param name="IsPartial">Whether it took part in a part of the year only.</param>
/// <param name="Units">What it weighs, in the order of the criteria of the key; empty under several keys, which the sentences tell.</param>
/// <param name="Share">Percent of the whole, four decimals.</param>
/// <param name="Amount">What it owes, euros, exact; not transmitted without a split.</param>
/// <param name="Previous">What it owed the year before.</param>
/// <param name="Change">The difference.</param>
/// <param name="Explanation">Sentences by which the amount can be computed again by hand.</param>
/// <param name="Natures">The amount by nature of cost: they add up to it; empty where a price, and no cost, gives it.</param>
/// <param name="Calls">What was called; null while nothing was called for the year.</param>
/// <param name="Alone">Against the time before pooling; null when that was not declared for the member.</param>
/// <param name="Expected">Values that were due from it.</param>
/// <param name="Missing">Those that did not come, by indicator.</param>
public sealed record MemberAccount(
    ReportMember Member,
    bool IsPartial,
    IReadOnlyList<AccountUnits> Units,
    Figure Share,
    Figure Amount,
    Figure Previous,
    Figure Change,
    IReadOnlyList<string> Explanation,
    IReadOnlyList<AccountNature> Natures,
    AccountCalls? Calls,
    AccountAlone? Alone,
    int Expected,
    IReadOnlyList<AccountMissing> Missing);

/// <summary>What each member is told of its part, with what they all share.</summary>
/// <param name="Obstacle">Why there is no split; null when there is one.</param>
/// <param name="Explanation">The key in words; null without a split.</param>
/// <param name="IsProvisional">Whether the forecast is split.</param>
/// <param name="Cost">The full cost, euros.</param>
/// <param name="Settlement">How amounts are settled, in words; null without a convention.</param>
/// <param name="WhyNoSavings">Why nothing is measured against the time before pooling; empty where it is, or no cost is shared.</param>
/// <param name="Members">By Insee code; those that left are there with what they owed the year before.</param>
public sealed record AccountSection(
    string? Obstacle,
    string? Explanation,
    bool IsProvisional,
    Figure Cost,
    string? Settlement,
    IReadOnlyList<string> WhyNoSavings,
    IReadOnlyList<MemberAccount> Members)
{
    /// <summary>The cost that the amounts of the year before are parts of, euros; null in versions made before it was told.</summary>
    public Figure? PreviousCost { get; init; }
}
