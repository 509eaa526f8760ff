using System.Text.Json.Serialization;
using Evaluation.Core.Aggregation;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>A target as shown.</summary>
/// <param name="Value">In the unit of the indicator.</param>
/// <param name="IsMaximum">True for « au plus », false for « au moins ».</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record ReportTarget(decimal Value, bool IsMaximum, TargetBasis Basis)
{
    /// <summary><c>≥ 95</c>, <c>≤ 45</c>, <c>0</c> when nothing at all is aimed at.</summary>
    public string Text(int decimals)
    {
        var value = FrenchNumber.FormatShort(Value, Math.Max(decimals, Value.Scale));
        return IsNothing ? value : $"{(IsMaximum ? "≤" : "≥")}{FrenchNumber.UnitSpace}{value}";
    }

    /// <summary><c>d’au moins 95 %</c>, <c>d’au plus 45 jours</c>, <c>de 0</c>.</summary>
    public string InWords(int decimals, string unit)
    {
        var value = FrenchQuantity.Of(Value, Math.Min(decimals, Value.Scale), unit);
        return IsNothing ? $"de {value}" : $"{(IsMaximum ? "d’au plus" : "d’au moins")} {value}";
    }

    private bool IsNothing => IsMaximum && Value == 0;
}

/// <summary>One period of an indicator.</summary>
/// <param name="Period">Canonical: <c>2025-03</c>.</param>
/// <param name="Label">« mars ».</param>
/// <param name="Value">Over all members.</param>
/// <param name="Previous">The same period one year earlier.</param>
/// <param name="Change">In <see cref="IndicatorLine.ChangeUnit"/>, between the figures compared.</param>
/// <param name="IsProvisional">May still change.</param>
public sealed record PeriodFigure(
    string Period, string Label, Figure Value, Figure Previous, Figure Change, bool IsProvisional)
{
    /// <summary>The figures that the change is taken between; null when they are those shown.</summary>
    public ComparedFigures? Compared { get; init; }

    /// <summary>Whether the value adds up and lacks one that counts: it is not drawn, and is no lowest value.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The same of the year before.</summary>
    public bool IsPreviousPartial { get; init; }

    /// <summary>What may be drawn and said of it; null when it is not known whole.</summary>
    [JsonIgnore]
    public decimal? WholeValue => IsPartial ? null : Value.Value;

    /// <summary>−1, 0 or 1: which way it goes; null when nothing compares.</summary>
    [JsonIgnore]
    public int? Way { get; init; }
}

/// <summary>Two figures on the same members and the same periods, rounded as they are shown.</summary>
/// <param name="Current">The year evaluated.</param>
/// <param name="Previous">The year before.</param>
public sealed record ComparedFigures(decimal Current, decimal Previous);

/// <summary>One member’s figure over the year.</summary>
/// <param name="Member">Who.</param>
/// <param name="Value">Over the year.</param>
/// <param name="Previous">Over the year before.</param>
/// <param name="State">Against the target.</param>
public sealed record MemberFigure(ReportMember Member, Figure Value, Figure Previous, TargetStatus State)
{
    /// <summary>Whether the value adds up and lacks one that counts.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What may be drawn and ranked; null when it is not known whole.</summary>
    [JsonIgnore]
    public decimal? WholeValue => IsPartial ? null : Value.Value;
}

/// <summary>What a report says of one followed indicator. Figures have <see cref="Decimals"/> decimals.</summary>
/// <param name="Code">Of the catalogue.</param>
/// <param name="Label">French name.</param>
/// <param name="Unit">French name of the unit, plural.</param>
/// <param name="Decimals">Decimals shown.</param>
/// <param name="Family">What it is about.</param>
/// <param name="Aggregation">How it adds up.</param>
/// <param name="Direction">Which way is good.</param>
/// <param name="Periodicity">How often a value is due.</param>
/// <param name="Previous">Over the year before, on its own perimeter.</param>
/// <param name="Value">Over the year and all members.</param>
/// <param name="Change">On the same members and periods, in <see cref="ChangeUnit"/>, between the figures compared.</param>
/// <param name="Compared">The figures that the change is taken between; null when they are those shown.</param>
/// <param name="Target">The target; null for none.</param>
/// <param name="State">Against the target.</param>
/// <param name="IsConclusive">Whether at least 80 % of the values it rests on came.</param>
/// <param name="Series">Period by period.</param>
/// <param name="Members">Member by member; empty at service level.</param>
public sealed record IndicatorLine(
    string Code,
    string Label,
    string Unit,
    int Decimals,
    IndicatorFamily Family,
    AggregationRule Aggregation,
    Direction Direction,
    Periodicity Periodicity,
    Figure Previous,
    Figure Value,
    Figure Change,
    ComparedFigures? Compared,
    ReportTarget? Target,
    TargetStatus State,
    bool IsConclusive,
    IReadOnlyList<PeriodFigure> Series,
    IReadOnlyList<MemberFigure> Members)
{
    private const string Percent = "%";

    /// <summary>Whether the value adds up and lacks one that counts, or the year is not over.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The same of the year before.</summary>
    public bool IsPreviousPartial { get; init; }

    /// <summary>Whether at least 80 % of what was due in both years is known in both.</summary>
    public bool IsChangeConclusive { get; init; } = true;

    /// <summary>Whether the target, reached over the year, is missed in most of its periods.</summary>
    public bool IsMissedMostly { get; init; }

    /// <summary>A change of a percentage is in points, any other in percent.</summary>
    public string ChangeUnit => Unit == Percent ? "pt" : Percent;

    /// <summary>Decimals of a change: those of the figures where it is their difference.</summary>
    public int ChangeDecimals => Unit == Percent ? Math.Max(1, Decimals) : 1;

    /// <summary>A value in a sentence, with its unit.</summary>
    public string Quantity(decimal value) => FrenchQuantity.Of(value, Decimals, Unit);

    /// <summary>The change in a sentence: <c>+7,2 %</c>, <c>−1,3 pt</c>; null when there is none.</summary>
    public string? ChangeText => Change.Value is { } change
        ? FrenchNumber.WithSign(change, ChangeDecimals) + FrenchNumber.UnitSpace + ChangeUnit
        : null;

    /// <summary>−1, 0 or 1: which way the figures compared go; null when nothing compares.</summary>
    [JsonIgnore]
    public int? Way { get; init; }

    /// <summary>Whether the figures compared differ by enough to be called a change, and are not counts too small to prove one.</summary>
    [JsonIgnore]
    public bool IsChangeTelling { get; init; }

    /// <summary>The answers that a share of answers rests on; under five it has no value. Null for anything else.</summary>
    public AnswerCount? Answers { get; init; }

    /// <summary>The same of the year before.</summary>
    public AnswerCount? PreviousAnswers { get; init; }

    /// <summary>
    /// The value beside the year before, for a sentence: « 202,3 en 2024 » where these are the figures shown, else the two
    /// figures compared; null when nothing is known of the year before.
    /// </summary>
    /// <param name="yearBefore">As written.</param>
    public string? AgainstYearBefore(string yearBefore) =>
        Compared is { } compared
            ? $"{Quantity(compared.Current)} contre {Quantity(compared.Previous)} en {yearBefore} sur les mêmes membres et périodes"
            : Previous.Value is { } previous ? $"{Quantity(previous)} en {yearBefore}"
            : null;

    /// <summary>The two figures compared, as a cell writes them under their change; null when they are those shown.</summary>
    public static string? ComparedText(ComparedFigures? compared, int decimals) => compared is null
        ? null
        : $"{FrenchNumber.Format(compared.Current, decimals)} contre {FrenchNumber.Format(compared.Previous, decimals)}";
}
