using System.Globalization;
using Azure.Data.Tables;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// Exact decimals in a store that has none: kept as invariant text, digits and scale as given.
/// </summary>
internal static class TableEntityDecimals
{
    private const NumberStyles Digits = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <exception cref="FormatException">The property is text, but not a decimal.</exception>
    /// <exception cref="InvalidOperationException">The property is not text.</exception>
    public static decimal? GetDecimal(this TableEntity entity, string key) => entity.GetString(key) is { } text
        ? decimal.Parse(text, Digits, CultureInfo.InvariantCulture)
        : null;

    public static void SetDecimal(this TableEntity entity, string key, decimal? value) =>
        entity[key] = value?.ToString(CultureInfo.InvariantCulture);
}
