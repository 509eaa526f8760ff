using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Functions.Consult;

/// <summary>When a source is pulled, in words.</summary>
internal static class ScheduleWords
{
    private static readonly string[] Days = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    /// <summary><c>toutes les 6 heures</c>, <c>le lundi et le jeudi à 6 h 30</c>.</summary>
    public static string Of(FeedSource source) => source.EveryHours switch
    {
        null => $"{DaysOf(source.Days)} à {FrenchText.List([.. source.At.Select(FrenchDate.Time)])}",
        1 => "toutes les heures",
        { } hours => $"toutes les {FrenchNumber.Format(hours)}{FrenchNumber.UnitSpace}heures",
    };

    // The week begins on Monday.
    private static string DaysOf(IReadOnlyList<DayOfWeek> days) => days.Count == 0
        ? "chaque jour"
        : FrenchText.List([.. days.OrderBy(day => ((int)day + 6) % 7).Select(day => $"le {Days[(int)day]}")]);
}
