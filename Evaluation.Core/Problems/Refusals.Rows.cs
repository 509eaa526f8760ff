using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of the rows of a submission.</content>
public static partial class Refusals
{
    /// <summary>A period is missing or not written as periods are.</summary>
    public static readonly RefusalCode PeriodInvalid = new(
        "period.invalid", Malformed, "La période manque ou n’est pas valable : écrivez 2025-03, 2025-Q1, 2025-S1 ou 2025.");

    /// <summary>A period is missing or has not the periodicity of its indicator.</summary>
    public static readonly RefusalCode PeriodPeriodicity = new(
        "period.periodicity", Malformed, "L’indicateur {0} a une périodicité {1} : écrivez par exemple {2}.");

    /// <summary>A period has not begun.</summary>
    public static readonly RefusalCode PeriodFuture = new(
        "period.future", Invalid, "La période {0} n’a pas commencé : attendez qu’elle commence.");
    internal static readonly RefusalCode PeriodAfterEnd = new(
        "period.afterEnd", Invalid, "Ce service s’est arrêté avant la période {0} : vérifiez la période.");

    internal static readonly RefusalCode ValueMissing = new(
        "value.missing", Invalid, "La valeur manque : transmettez 0 pour zéro, ou retirez la ligne si la valeur est inconnue.");
    internal static readonly RefusalCode ValueNotDecimal = new(
        "value.notDecimal", Invalid, "« {0} » n’est pas un nombre : écrivez-le seul, sans unité ni signe %, par exemple 1234,5 dans un fichier ou 1234.5 en JSON.");
    internal static readonly RefusalCode ValueOutOfRange = new(
        "value.outOfRange", Invalid, "La valeur {0} sort des bornes de {1} ({2}) : vérifiez-la.");
    internal static readonly RefusalCode ValueTooManyDecimals = new(
        "value.tooManyDecimals", Invalid, "L’indicateur {0} {1} : arrondissez la valeur.");

    internal static readonly RefusalCode CommentTooLong = new(
        "comment.tooLong", Invalid, "Ce commentaire dépasse 500 caractères : raccourcissez-le.");
    internal static readonly RefusalCode CommentControlCharacter = new(
        "comment.controlCharacter", Invalid, "Ce commentaire contient un caractère de commande : retirez-le.");

    internal static readonly RefusalCode RowDuplicate = new(
        "row.duplicate", Invalid, "Cette ligne répète la ligne {0} (même indicateur, même membre, même période) : gardez-en une seule.");

    internal static readonly RefusalCode StatusUnknown = new(
        "status.unknown", Invalid, "« {0} » n’est pas reconnu : choisissez parmi {1}.");

    internal static readonly RefusalCode QualityUnknown = new(
        "quality.unknown", Invalid, "« {0} » n’est pas reconnu : choisissez parmi {1}.");
}
