namespace Evaluation.Core.French;

/// <summary>Amounts in euros: <c>1 559 507,61 €</c> where they commit someone, <c>1 559,5 k€</c> in figures.</summary>
/// <remarks>Amounts are euros. Rounding is half away from zero, for display only; U+00A0 precedes the unit.</remarks>
public static class FrenchMoney
{
    private const decimal Thousand = 1000m;
    private const int Cents = 2;

    /// <summary>Euros to the cent.</summary>
    public static string Euros(decimal euros) => FrenchNumber.Format(euros, Cents) + FrenchNumber.UnitSpace + "€";

    /// <summary>A change or balance in euros to the cent, with its sign.</summary>
    public static string SignedEuros(decimal euros) =>
        FrenchNumber.WithSign(euros, Cents) + FrenchNumber.UnitSpace + "€";

    /// <summary>Euros shown in thousands.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not within 0 to 28.</exception>
    public static string KiloEuros(decimal euros, int decimals = 1) =>
        FrenchNumber.Format(euros / Thousand, decimals) + FrenchNumber.UnitSpace + "k€";
}
