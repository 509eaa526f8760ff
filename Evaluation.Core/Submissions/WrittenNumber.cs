using System.Globalization;
using System.Text.RegularExpressions;

namespace Evaluation.Core.Submissions;

/// <summary>
/// A number as it was written, to its last digit: a decimal holds 28 of them and rounds the others away, so that what
/// is judged after it was read may not be what was sent. Zeros that change nothing count for nothing.
/// </summary>
public sealed partial class WrittenNumber
{
    private const int DigitsOfDecimal = 28;

    // No text of a body is long enough to bring an exponent beyond it back to a number of ordinary size.
    private const long LargestExponent = 1_000_000_000;

    // The number is 0.digits × 10^wholeDigits, without zeros around the digits: none at all is zero.
    private readonly bool _isNegative;
    private readonly string _digits;
    private readonly long _wholeDigits;

    private WrittenNumber(Match form)
    {
        var whole = form.Groups["whole"].Value;
        var all = whole + form.Groups["decimals"].Value;
        var digits = all.TrimStart('0');
        _digits = digits.TrimEnd('0');
        _wholeDigits = whole.Length - (all.Length - digits.Length) + ExponentOf(form.Groups["exponent"].Value);
        _isNegative = _digits.Length > 0 && form.Groups["sign"].Value == "-";
    }

    /// <summary>The same number, with its zeros; null when a decimal does not hold its last digit, or it is too large for one.</summary>
    public decimal? Exact { get; private init; }

    /// <summary>How many decimals are needed to write it without an exponent.</summary>
    public long Decimals => _digits.Length == 0 ? 0 : Math.Max(0, _digits.Length - _wholeDigits);

    /// <summary>Reads <c>-12.50</c>, <c>.5</c>, <c>1.2E+03</c>; null when it is no number.</summary>
    public static WrittenNumber? Read(string? text)
    {
        if (text is null || Form().Match(text) is not { Success: true } form)
        {
            return null;
        }

        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var written = new WrittenNumber(form);
        return decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var read) && written.Is(read)
            ? new WrittenNumber(form) { Exact = read }
            : written;
    }

    /// <summary>Less than zero when it is below a decimal, zero when it is the same, more when it is above.</summary>
    public int ComparedTo(decimal other) => Exact is { } exact ? exact.CompareTo(other) : DigitsAgainst(other);

    // What has few digits and no exponent is read without rounding.
    private bool Is(decimal read) =>
        (_digits.Length <= _wholeDigits && _wholeDigits <= DigitsOfDecimal)
        || (_wholeDigits >= 0 && _digits.Length <= DigitsOfDecimal)
        || DigitsAgainst(read) == 0;

    private int DigitsAgainst(decimal other)
    {
        var against = new WrittenNumber(Form().Match(other.ToString(CultureInfo.InvariantCulture)));
        return _isNegative != against._isNegative ? (_isNegative ? -1 : 1)
            : _isNegative ? against.MagnitudeAgainst(this)
            : MagnitudeAgainst(against);
    }

    private int MagnitudeAgainst(WrittenNumber other) =>
        _digits.Length == 0 || other._digits.Length == 0 ? _digits.Length.CompareTo(other._digits.Length)
        : _wholeDigits != other._wholeDigits ? _wholeDigits.CompareTo(other._wholeDigits)
        : string.CompareOrdinal(_digits, other._digits);

    private static long ExponentOf(string text) =>
        text.Length == 0 ? 0
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -LargestExponent, LargestExponent)
        : text[0] == '-' ? -LargestExponent
        : LargestExponent;

    [GeneratedRegex(
        @"^(?<sign>[+-]?)(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<decimals>[0-9]*))?([eE](?<exponent>[+-]?[0-9]+))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
