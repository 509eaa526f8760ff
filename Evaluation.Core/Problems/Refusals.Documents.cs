using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>What is wrong with any document.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode DocumentMissing = new(
        "document.missing", Invalid, "Ce champ est obligatoire : renseignez-le.");
    internal static readonly RefusalCode DocumentTooLong = new(
        "document.tooLong", Invalid, "Ce texte dépasse {0} caractères : raccourcissez-le.");
    internal static readonly RefusalCode DocumentControlCharacter = new(
        "document.controlCharacter", Invalid, "Ce texte contient un caractère de commande : retirez-le.");
    /// <summary>A code is none of those that are known there.</summary>
    public static readonly RefusalCode DocumentUnknownChoice = new(
        "document.unknownChoice", Invalid, "Cette valeur n’est pas reconnue : choisissez parmi {0}.");

    /// <summary>A date is not written year-month-day, or out of the years taken.</summary>
    public static readonly RefusalCode DateInvalid = new(
        "date.invalid", Malformed, "Cette date n’est pas valable : écrivez-la année-mois-jour, de {0} à {1}, par exemple 2025-01-31.");

    internal static readonly RefusalCode YearFuture = new(
        "year.future", Invalid, "Rien ne peut encore être constaté de l’année {0} : vérifiez-la ({1} au plus tard).");

    /// <summary>A year is not of four digits, or out of the years that are kept.</summary>
    public static readonly RefusalCode YearInvalid = new(
        "year.invalid", Unknown, "Cette année n’est pas valable : écrivez-la sur quatre chiffres, de 2000 à 2099.");

    /// <summary>A number is larger than any that is kept.</summary>
    public static readonly RefusalCode NumberTooLarge = new(
        "number.tooLarge", Invalid, "Ce nombre est trop grand pour être gardé : vérifiez-le.");

    /// <summary>A number has more digits than can be kept.</summary>
    public static readonly RefusalCode NumberTooManyDigits = new(
        "number.tooManyDigits", Invalid, "Ce nombre a plus de chiffres qu’il ne peut en être gardé : arrondissez-le.");
}
