namespace Evaluation.Core.French;

/// <summary>A number and what it counts: <c>38,2 jours</c>, <c>93,7 %</c>, <c>9 286</c>.</summary>
public static class FrenchQuantity
{
    /// <summary>The unit of pieces, which is not named.</summary>
    private const string Piece = "unités";

    /// <summary>The number with its decimals, rounded half away from zero, and its unit; words agree in number.</summary>
    /// <param name="value">In the unit.</param>
    /// <param name="decimals">Decimals shown.</param>
    /// <param name="unit">French name of the unit, plural; « unités » is not written.</param>
    public static string Of(decimal value, int decimals, string unit)
    {
        var number = FrenchNumber.Format(value, decimals);
        return unit is Piece or ""
            ? number
            : number + FrenchNumber.UnitSpace + Agreed(decimal.Round(value, decimals, MidpointRounding.AwayFromZero), unit);
    }

    // Catalogue units are plural, word by word; symbols have no s.
    private static string Agreed(decimal value, string unit) => decimal.Abs(value) >= 2
        ? unit
        : string.Join(' ', unit.Split(' ').Select(word => word.Length > 2 ? word.TrimEnd('s') : word));
}
