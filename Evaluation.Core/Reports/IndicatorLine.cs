using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>How a figure stands against its target, in the words of the report.</summary>
public enum TargetState
{
    /// <summary>100 % or more of the target.</summary>
    Atteinte,

    /// <summary>From 90 to less than 100 %.</summary>
    Proche,

    /// <summary>Less than 90 %.</summary>
    NonAtteinte,

    /// <summary>No target was set.</summary>
    SansCible,

    /// <summary>No value to compare.</summary>
    NonDisponible,

    /// <summary>Less than 80 % of the values came: nothing is concluded.</summary>
    NonConclue,
}

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
/// <param name="Change">In <see cref="IndicatorLine.ChangeUnit"/>, one decimal.</param>
/// <param name="IsProvisional">May still change.</param>
public sealed record PeriodFigure(
    string Period, string Label, Figure Value, Figure Previous, Figure Change, bool IsProvisional);

/// <summary>One member’s figure over the year.</summary>
/// <param name="Member">Who.</param>
/// <param name="Value">Over the year.</param>
/// <param name="Previous">Over the year before.</param>
/// <param name="State">Against the target.</param>
public sealed record MemberFigure(ReportMember Member, Figure Value, Figure Previous, TargetState State);

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
/// <param name="Change">On the same perimeter, in <see cref="ChangeUnit"/>, one decimal.</param>
/// <param name="IsChangeOnPart">Whether that perimeter is smaller than the one of the figures shown.</param>
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
    Aggregation Aggregation,
    Direction Direction,
    Periodicity Periodicity,
    Figure Previous,
    Figure Value,
    Figure Change,
    bool IsChangeOnPart,
    ReportTarget? Target,
    TargetState State,
    bool IsConclusive,
    IReadOnlyList<PeriodFigure> Series,
    IReadOnlyList<MemberFigure> Members)
{
    private const string Percent = "%";

    /// <summary>A change of a percentage is in points, any other in percent.</summary>
    public string ChangeUnit => Unit == Percent ? "pt" : Percent;

    /// <summary>A value in a sentence, with its unit.</summary>
    public string Quantity(decimal value) => FrenchQuantity.Of(value, Decimals, Unit);

    /// <summary>The change in a sentence: <c>+7,2 %</c>, <c>−1,3 pt</c>; null when there is none.</summary>
    public string? ChangeText => Change.Value is { } change
        ? FrenchNumber.WithSign(change, 1) + FrenchNumber.UnitSpace + ChangeUnit
        : null;
}
