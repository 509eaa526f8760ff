using Evaluation.Core.Keys;

namespace Evaluation.Core.Reports;

/// <summary>A column of units of the key.</summary>
/// <param name="Label">« Population », « Équivalents permis de construire instruits ».</param>
/// <param name="Code">Of the indicator; null for a fixed criterion.</param>
/// <param name="Weight">Percent of the cost it splits.</param>
/// <param name="Decimals">Decimals shown.</param>
/// <param name="Total">All members’ units.</param>
public sealed record SplitCriterion(string Label, string? Code, decimal Weight, int Decimals, Figure Total);

/// <summary>What a member owes. Euros, exact to the cent.</summary>
/// <param name="Member">Who.</param>
/// <param name="Days">Days counted; 0 for a member of the year before only.</param>
/// <param name="IsPartial">Whether it took part in a part of the year only.</param>
/// <param name="Units">What it weighs, in the order of the criteria.</param>
/// <param name="Share">Percent of the whole, four decimals.</param>
/// <param name="Previous">What it owed the year before.</param>
/// <param name="Amount">What it owes.</param>
/// <param name="Change">The difference.</param>
public sealed record SplitRow(
    ReportMember Member,
    int Days,
    bool IsPartial,
    IReadOnlyList<Figure> Units,
    Figure Share,
    Figure Previous,
    Figure Amount,
    Figure Change)
{
    /// <summary>Charged to it alone, before the split; part of the amount.</summary>
    public Figure Direct { get; init; } = Figure.NotApplicable;
}

/// <summary>A sum of the split, in euros, exact.</summary>
/// <param name="Previous">The year before.</param>
/// <param name="Amount">The year.</param>
/// <param name="Change">The difference.</param>
public sealed record SplitSum(Figure Previous, Figure Amount, Figure Change);

/// <summary>Who pays which part and why.</summary>
/// <param name="Obstacle">Why there is no split; null when there is one.</param>
/// <param name="Explanation">The key in words; null without a split.</param>
/// <param name="Notes">Dropped criteria, proration, provisional amounts.</param>
/// <param name="Method">How it is computed; null without a split.</param>
/// <param name="IsProvisional">Whether it splits the forecast.</param>
/// <param name="HasPrevious">Whether the year before is split too.</param>
/// <param name="UnitCost">Euros, four decimals, for a single measured unit.</param>
/// <param name="Criteria">Columns of units.</param>
/// <param name="Rows">By Insee code; their amounts, the gap and the provider’s part add up to the total.</param>
/// <param name="RoundingGap">« Écart d’arrondi » of a unit price; null otherwise.</param>
/// <param name="Total">The cost.</param>
public sealed record SplitSection(
    string? Obstacle,
    string? Explanation,
    IReadOnlyList<string> Notes,
    AllocationMethod? Method,
    bool IsProvisional,
    bool HasPrevious,
    Figure UnitCost,
    IReadOnlyList<SplitCriterion> Criteria,
    IReadOnlyList<SplitRow> Rows,
    SplitSum? RoundingGap,
    SplitSum? Total)
{
    /// <summary>What no member owes and the provider bears; null when there is nothing.</summary>
    public SplitSum? ProviderPart { get; init; }

    /// <summary>What members owe together, where a gap or a part of the provider lies between it and the cost; null otherwise.</summary>
    public SplitSum? Owed { get; init; }

    /// <summary>What the quote-parts apply to, in words: « quote-part en % du coût »; null when amounts rest on none.</summary>
    public string? ShareBasis { get; init; }

    /// <summary>Sum of the quote-parts before any is rounded, percent, four decimals.</summary>
    public Figure ShareTotal { get; init; } = Figure.NotApplicable;

    /// <summary>Whether some cost is charged to members one by one, before the split.</summary>
    public bool HasDirect { get; init; }

    /// <summary>The keys of a year in which the key changed; empty otherwise.</summary>
    public IReadOnlyList<SplitSpan> Spans { get; init; } = [];

    /// <summary>The amount of one member worked out; null without a split.</summary>
    public WorkedAmount? Worked { get; init; }

    /// <summary>Who uses the service how much, and for what amount; null without a split or a counted unit.</summary>
    public UsesFigure? Uses { get; init; }

    /// <summary>Calls and balances; null while nothing was called.</summary>
    public SettlementSection? Settlement { get; init; }

    /// <summary>Uses in units; null when the key measures nothing.</summary>
    public StatementSection? Statement { get; init; }
}
