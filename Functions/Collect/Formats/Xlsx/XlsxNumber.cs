using System.Globalization;
using Evaluation.Core.Submissions;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Numbers of a workbook, which are binary floating point: 15 significant digits are what a reader sees.</summary>
internal static class XlsxNumber
{
    private const int DigitsOfDouble = 17;

    /// <summary>
    /// The shortest decimal text of a number. What no spreadsheet can hold stays as it is written, to be judged so: more
    /// than 17 digits, or an amount that a reader would make zero; so does other text.
    /// </summary>
    public static string Shown(string stored) =>
        Digits(stored) is var digits and <= DigitsOfDouble
        && TryRead(stored, out var number)
        && (number != 0 || digits == 0)
        && TryShow(number, out var value)
            ? Text(value)
            : stored;

    /// <summary>A part of one as the percentage that is shown: <c>0.937</c> is <c>93.7 %</c>.</summary>
    public static string Percentage(string stored) =>
        TryRead(stored, out var number) && TryShow(number, out var value) && decimal.Abs(value) < 1_000_000_000_000m
            ? $"{Text(value * 100)} %"
            : stored;

    /// <summary>A number as it is stored; false for other text and for what is not finite.</summary>
    public static bool TryRead(string stored, out double number) =>
        double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static bool TryShow(double number, out decimal value)
    {
        var shown = WrittenNumber.Read(number.ToString("G15", CultureInfo.InvariantCulture))?.Exact;
        value = shown ?? 0;
        return shown is not null;
    }

    private static int Digits(string stored)
    {
        var exponent = stored.AsSpan().IndexOfAny('e', 'E');
        var digits = string.Concat((exponent < 0 ? stored : stored[..exponent]).Where(char.IsAsciiDigit)).Trim('0');
        return digits.Length;
    }

    // Dividing by a one with 28 zeros drops trailing zeros.
    private static string Text(decimal value) =>
        (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
