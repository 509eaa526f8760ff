using Evaluation.Core.Problems;
using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Functions.Refusing;

/// <content>Of rows, once what is kept is known.</content>
internal static partial class EdgeRefusals
{
    public static readonly RefusalCode ValueFormat = new(
        "value.format", Invalid, "La valeur est {0} : mettez la cellule au format Nombre et écrivez-y le nombre{1}.");
    public static readonly RefusalCode ValueExists = new(
        "value.exists", Invalid, "Une autre valeur est déjà connue à cet endroit : envoyez une correction, ou retirez la ligne.");
    public static readonly RefusalCode ValueAbsent = new(
        "value.absent", Told, "Aucune valeur n’est connue à cet endroit : il n’y a rien à retirer.");
    public static readonly RefusalCode ValueCorrected = new(
        "value.corrected", Told, "La valeur connue à cet endroit a été corrigée : elle reste. Pour la changer, donnez le motif de l’envoi (« reason ») ou le statut « corrigé ».");
    public static readonly RefusalCode ValueUnknown = new(
        "value.unknown", Unknown, "Aucune valeur n’a été donnée à cet endroit : vérifiez l’indicateur, le membre et la période.");

    public static readonly RefusalCode PeriodAmbiguous = new(
        "period.ambiguous", Invalid, "« {0} » peut dire {1} ou {2} : écrivez {3} ou {4}.");
    public static readonly RefusalCode PeriodHour = new(
        "period.hour", Invalid, "La période est une date avec une heure, le {0}{1} : écrivez le mois seul, {2}.");
    public static readonly RefusalCode PeriodReason = new(
        "period.reason", Invalid, "La période {0} a été rouverte : dites pourquoi vous la changez, dans le motif de l’envoi (« reason »).");
    public static readonly RefusalCode PeriodInverted = new(
        "period.inverted", Malformed, "La période est inversée ou dépasse vingt ans : corrigez « from » ou « to ».");
}
