using Evaluation.Core.French;

namespace Evaluation.Core.Reports;

/// <summary>Why a figure has no value.</summary>
public enum Absence
{
    /// <summary>It should exist and did not come: « n.d. ».</summary>
    NotTransmitted,

    /// <summary>It cannot exist: « – ».</summary>
    NotApplicable,
}

/// <summary>A figure of a report, rounded as it is shown, or why there is none.</summary>
/// <param name="Value">Rounded half away from zero; null when there is none.</param>
/// <param name="Absence">Why there is none; null when there is one.</param>
public readonly record struct Figure(decimal? Value, Absence? Absence)
{
    /// <summary>What is written for a value that was not transmitted.</summary>
    public const string NotTransmittedText = "n.d.";

    /// <summary>What is written where no value can exist.</summary>
    public const string NotApplicableText = "–";

    /// <summary>What both mean, said once wherever one of them is read.</summary>
    public const string SignsText = "« – » : sans objet, ne peut pas exister. « n.d. » : non disponible, devrait être connu et ne l’est pas. Zéro s’écrit 0.";

    // Dividing by one with this many decimals drops trailing zeros: 9286.00 becomes 9286.
    private const decimal Normaliser = 1.000000000000000000000000000000m;

    /// <summary>A figure that cannot exist.</summary>
    public static Figure NotApplicable { get; } = new(null, Reports.Absence.NotApplicable);

    /// <summary>A figure that did not come.</summary>
    public static Figure NotTransmitted { get; } = new(null, Reports.Absence.NotTransmitted);

    /// <summary>A value rounded to some decimals; not transmitted when null.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not within 0 to 28.</exception>
    public static Figure Of(decimal? value, int decimals) => value is { } v ? new(Round(v, decimals), null) : NotTransmitted;

    /// <summary>As a cell shows it.</summary>
    public string Text(int decimals) => Value is { } value ? FrenchNumber.Format(value, decimals) : AbsenceText;

    /// <summary>As a cell of changes or gaps shows it, with its sign.</summary>
    public string SignedText(int decimals) => Value is { } value ? FrenchNumber.WithSign(value, decimals) : AbsenceText;

    internal static decimal Round(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero) / Normaliser;

    private string AbsenceText => Absence == Reports.Absence.NotApplicable ? NotApplicableText : NotTransmittedText;
}
