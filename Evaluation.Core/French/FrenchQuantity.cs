namespace Evaluation.Core.French;

/// <summary>A number and what it counts: <c>38,2 jours</c>, <c>93,7 %</c>, <c>9 286</c>.</summary>
public static class FrenchQuantity
{
    /// <summary>The unit of pieces, which is not named.</summary>
    private const string Piece = "unités";

    private const int Cents = 2;

    /// <summary>The number with its decimals, rounded half away from zero, and its unit; words agree in number.</summary>
    /// <param name="value">In the unit.</param>
    /// <param name="decimals">Decimals shown.</param>
    /// <param name="unit">French name of the unit, plural; « unités » is not written.</param>
    public static string Of(decimal value, int decimals, string unit)
    {
        var number = FrenchNumber.Format(value, decimals);
        return unit is Piece or ""
            ? number
            : number + FrenchNumber.UnitSpace + Agreed(Rounded(value, decimals), unit);
    }

    /// <summary>The number and the noun it counts: <c>1,7 équivalent temps plein</c>, <c>6 unités</c>.</summary>
    /// <param name="value">In the noun; rounded half away from zero before they agree, so that 1,96 shown as 2,0 is plural.</param>
    /// <param name="decimals">Decimals shown.</param>
    /// <param name="singular">Below 2 in magnitude.</param>
    /// <param name="plural">From 2.</param>
    public static string Of(decimal value, int decimals, string singular, string plural) =>
        Joined(FrenchNumber.Format(value, decimals), value, decimals, singular, plural);

    /// <summary>The same without zeros at the end: <c>1,5 unité</c>, <c>6 unités</c>.</summary>
    /// <param name="value">In the noun.</param>
    /// <param name="decimals">Most decimals shown.</param>
    /// <param name="singular">Below 2 in magnitude.</param>
    /// <param name="plural">From 2.</param>
    public static string OfShort(decimal value, int decimals, string singular, string plural) =>
        Joined(FrenchNumber.FormatShort(value, decimals), value, decimals, singular, plural);

    /// <summary>An amount and what happens to it: <c>1,50 € est affecté</c>, <c>51 480,00 € sont affectés</c>.</summary>
    /// <param name="euros">To the cent.</param>
    /// <param name="singular">Below 2 euros in magnitude.</param>
    /// <param name="plural">From 2 euros.</param>
    public static string Euros(decimal euros, string singular, string plural) =>
        $"{FrenchMoney.Euros(euros)} {FrenchText.Plural(Rounded(euros, Cents), singular, plural)}";

    private static string Joined(string number, decimal value, int decimals, string singular, string plural) =>
        number + FrenchNumber.UnitSpace + FrenchText.Plural(Rounded(value, decimals), singular, plural);

    private static decimal Rounded(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    // Catalogue units are plural, word by word; symbols have no s.
    private static string Agreed(decimal value, string unit) => decimal.Abs(value) >= 2
        ? unit
        : string.Join(' ', unit.Split(' ').Select(word => word.Length > 2 ? word.TrimEnd('s') : word));
}
