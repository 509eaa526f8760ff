using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports;

/// <summary>What a line of the decomposition is.</summary>
public enum SavingsStepKind
{
    /// <summary>A cost: before pooling, without pooling at today’s prices and volume, now. Each is the one before and the changes between.</summary>
    Cost,

    /// <summary>A signed change.</summary>
    Change,

    /// <summary>A part of the cost now.</summary>
    Part,
}

/// <summary>A step from the cost before pooling to the cost now. Euros, exact.</summary>
/// <param name="Kind">A cost, a change from the cost before it, a part of the cost above it.</param>
/// <param name="Label">« Coût de référence 2018 », « Effet des prix (indice 100,00 → 119,20) »…</param>
/// <param name="Amount">A cost, or a signed change.</param>
public sealed record SavingsStep(SavingsStepKind Kind, string Label, Figure Amount);

/// <summary>One body before and now, internal recharges eliminated. Euros, exact.</summary>
/// <param name="Member">Who; null for the total.</param>
/// <param name="IsProvider">Whether it runs the service.</param>
/// <param name="Reference">Cost before pooling, at current prices and former volume.</param>
/// <param name="OwnSpending">What it spends itself this year.</param>
/// <param name="Paid">Recharged to it.</param>
/// <param name="Received">Recharged by it.</param>
/// <param name="NetCost">Own spending + paid − received.</param>
/// <param name="Saving">Reference − net cost; negative when it spends more than before.</param>
public sealed record SavingsRow(
    ReportMember? Member,
    bool IsProvider,
    Figure Reference,
    Figure OwnSpending,
    Figure Paid,
    Figure Received,
    Figure NetCost,
    Figure Saving);

/// <summary>How the cost before pooling became the cost now.</summary>
/// <param name="Name">Name of its file and of its anchor.</param>
/// <param name="Heading">What it shows.</param>
/// <param name="UnitLine">Unit.</param>
/// <param name="Takeaway">The sentence to remember.</param>
/// <param name="ReferenceYear">Year of reference.</param>
/// <param name="Year">Year evaluated.</param>
/// <param name="HasVolume">Whether volume was measured in both years.</param>
/// <param name="Steps">
/// Reference, prices, volume when measured, cost without pooling, efficiency, current cost, then its parts when members
/// spend some of it by themselves.
/// </param>
public sealed record SavingsFigure(
    string Name,
    string Heading,
    string UnitLine,
    string Takeaway,
    int ReferenceYear,
    int Year,
    bool HasVolume,
    IReadOnlyList<SavingsStep> Steps)
{
    private const decimal Thousand = 1000;

    /// <summary>The chart, in thousands of euros.</summary>
    public Waterfall Drawing() => new()
    {
        Title = Heading,
        Description = "Cascade, en milliers d’euros, de la référence au coût constaté. Tous les montants sont dans le tableau de données.",
        Reference = Kilo(Steps[0]),
        ReferenceLabel = new WaterfallEnd("Référence", ReportText.Year(ReferenceYear)),
        Steps = [.. Steps.Where(s => s.Kind == SavingsStepKind.Change).Select((s, i) => new WaterfallStep(Cause(i), Kilo(s)))],
        ResultLabel = new WaterfallEnd("Coût", ReportText.Year(Year)),
    };

    private string Cause(int index) => index switch
    {
        0 => "Prix",
        1 when HasVolume => "Volume",
        _ => "Efficience",
    };

    private static decimal Kilo(SavingsStep step) => step.Amount.Value!.Value / Thousand;
}

/// <summary>What the service saved against the time before pooling.</summary>
/// <param name="Sentences">In words: the saving, or why it cannot be measured.</param>
/// <param name="Figure">The decomposition; null when nothing is measured.</param>
/// <param name="Rows">Body by body; empty when nothing is measured.</param>
/// <param name="Total">All bodies; null when nothing is measured.</param>
/// <param name="EfficiencySaving">Euros at current prices and volume, positive when the service costs less.</param>
/// <param name="EfficiencyRate">Percent of the reference at current prices and volume, one decimal.</param>
/// <param name="AvoidedFte">Full-time equivalents, one decimal; negative when more are needed.</param>
/// <param name="HasVerdict">Whether the year may be judged.</param>
public sealed record SavingsSection(
    IReadOnlyList<string> Sentences,
    SavingsFigure? Figure,
    IReadOnlyList<SavingsRow> Rows,
    SavingsRow? Total,
    Figure EfficiencySaving,
    Figure EfficiencyRate,
    Figure AvoidedFte,
    bool HasVerdict);
