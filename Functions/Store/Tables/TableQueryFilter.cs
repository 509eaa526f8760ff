using System.Globalization;

namespace Evaluation.Functions.Store.Tables;

/// <summary>Writes interpolated values as the literals of the service's filter language.</summary>
internal sealed class TableQueryFilter : IFormatProvider, ICustomFormatter
{
    public static readonly TableQueryFilter Literals = new();

    private TableQueryFilter()
    {
    }

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    /// <exception cref="ArgumentException">The service cannot compare with such a value.</exception>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        double number when double.IsFinite(number) => DoubleOf(number.ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset instant => $"datetime'{instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}'",
        Guid id => $"guid'{id:D}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        null => throw new ArgumentException("A filter cannot compare with null.", nameof(arg)),
        _ => throw new ArgumentException($"A filter cannot compare with a {arg.GetType().Name}.", nameof(arg)),
    };

    // Without a point or exponent the service would take it for an Int32.
    private static string DoubleOf(string digits) => digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0";
}
