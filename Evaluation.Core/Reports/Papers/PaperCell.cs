using System.Text.Json.Serialization;
using Evaluation.Core.French;

namespace Evaluation.Core.Reports.Papers;

/// <summary>What a figure of a paper is.</summary>
public enum PaperFormatKind
{
    /// <summary>Words.</summary>
    Words,

    /// <summary>A number; its unit is told beside it.</summary>
    Number,

    /// <summary>A difference, read with its sign.</summary>
    Signed,

    /// <summary>A percentage, given in percent.</summary>
    Percent,

    /// <summary>A change in percent, read with its sign.</summary>
    SignedPercent,

    /// <summary>A day.</summary>
    Day,
}

/// <summary>How a figure is read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Decimals">Of numbers, 0 to 28.</param>
public readonly record struct PaperFormat(PaperFormatKind Kind, int Decimals)
{
    /// <summary>Words.</summary>
    public static PaperFormat Words => default;

    /// <summary>A day.</summary>
    public static PaperFormat Day => new(PaperFormatKind.Day, 0);

    /// <summary>A number.</summary>
    public static PaperFormat Number(int decimals) => new(PaperFormatKind.Number, decimals);

    /// <summary>A difference.</summary>
    public static PaperFormat Signed(int decimals) => new(PaperFormatKind.Signed, decimals);

    /// <summary>A percentage.</summary>
    public static PaperFormat Percent(int decimals = 1) => new(PaperFormatKind.Percent, decimals);

    /// <summary>A change in percent.</summary>
    public static PaperFormat SignedPercent(int decimals = 1) => new(PaperFormatKind.SignedPercent, decimals);
}

/// <summary>What stands in a cell: words, a number, a day, or why there is none.</summary>
public sealed record PaperCell
{
    /// <summary>Words, read as they are; beside a number or a day, nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Words { get; init; }

    /// <summary>A number, as exact as it is known: rounded only where it is read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Number { get; init; }

    /// <summary>A day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Day { get; init; }

    /// <summary>What is read under the cell, in small; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>How this cell is read where its column is read otherwise; null for as its column.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PaperFormat? Format { get; init; }

    /// <summary>Whether it holds a number or a day.</summary>
    [JsonIgnore]
    public bool IsFigure => Number is not null || Day is not null;

    /// <summary>Words.</summary>
    public static implicit operator PaperCell(string words) => new() { Words = words };

    /// <summary>A number.</summary>
    public static implicit operator PaperCell(decimal number) => new() { Number = number };

    /// <summary>A day.</summary>
    public static implicit operator PaperCell(DateOnly day) => new() { Day = day };

    /// <summary>A number, or why there is none.</summary>
    /// <param name="number">Null when there is none.</param>
    /// <param name="absent">What is read then: « non disponible ».</param>
    public static PaperCell Of(decimal? number, string absent) => number is { } known ? known : absent;

    /// <summary>What is read.</summary>
    /// <param name="format">How.</param>
    public string Text(PaperFormat format) =>
        Number is { } number ? Text(number, format)
        : Day is { } day ? FrenchDate.InWords(day)
        : Words ?? "";

    private static string Text(decimal number, PaperFormat format) => format.Kind switch
    {
        PaperFormatKind.Signed => FrenchNumber.WithSign(number, format.Decimals),
        PaperFormatKind.Percent => FrenchNumber.Percent(number, format.Decimals),
        PaperFormatKind.SignedPercent => FrenchNumber.SignedPercent(number, format.Decimals),
        PaperFormatKind.Words or PaperFormatKind.Number or PaperFormatKind.Day => FrenchNumber.Format(number, format.Decimals),
    };
}
