using System.Globalization;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Closing;
using Evaluation.Core.Confirmations;
using Evaluation.Core.French;

namespace Evaluation.Core.Calendar;

/// <summary>What members contest of the units of a service, and the provider has neither corrected nor maintained.</summary>
public static class ContestedUnits
{
    /// <summary>One for each member and period, of the year of a day and of the one before.</summary>
    /// <param name="dossier">The service, its values, what members said, what takes no more changes.</param>
    /// <param name="day">The day.</param>
    public static IEnumerable<Deadline> Of(Dossier dossier, DateOnly day) =>
        from year in new[] { dossier.Year - 1, dossier.Year }
        from standing in dossier.UnitsOf(year, day)
        where standing.State == UnitsState.Contested
        select Told(standing.Units, standing.Answer!, dossier.Mutualisation.Referent, dossier.Closed);

    /// <summary>What is told of units that a member contests.</summary>
    internal static Deadline Told(MemberUnits units, UnitsAnswer answer, string referent, ClosedPeriods closed)
    {
        var name = Typography.Apostrophes(units.Member.Name);
        return new Deadline(
            CalendarKind.ContestedUnits,
            string.Create(CultureInfo.InvariantCulture, $"{units.Period}~{units.Member.Siren}~{answer.On:yyyy-MM-dd}"),
            answer.On,
            $"unités {FrenchPeriod.De(units.Period)}, {name}",
            $"{name} conteste ses unités {FrenchPeriod.De(units.Period)} depuis le {FrenchDate.InWords(answer.On)}. Motif : {answer.Reason}\n\n" +
            $"À faire par {referent} : {ToDo(units, closed)} Le membre pourra ensuite confirmer.");
    }

    // What takes no more values is not corrected: who can open it is told.
    private static string ToDo(MemberUnits units, ClosedPeriods closed) =>
        units.Figures.Any(f => closed.Takes(f.Period)) || closed.Find(units.Figures[0].Period) is not { } why
            ? "corrigez la valeur par un envoi, ou maintenez-la en disant pourquoi, sur la page « Unités » du service."
            : $"maintenez la valeur en disant pourquoi, sur la page « Unités » du service ; elle ne se corrige que si la période est rouverte. {why.Message}";
}
