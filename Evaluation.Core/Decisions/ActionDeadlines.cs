using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Evaluation.Core.Calendar;
using Evaluation.Core.French;

namespace Evaluation.Core.Decisions;

/// <summary>The days by which what was decided is to be done; what is done or given up has none.</summary>
public static class ActionDeadlines
{
    private const int DigestLength = 8;

    /// <summary>The open actions of a decision, in order.</summary>
    /// <param name="year">Of the evaluation after which it was taken.</param>
    /// <param name="decision">As it stands.</param>
    public static IEnumerable<Deadline> Of(int year, Decision decision) => decision.Actions
        .Where(action => action.State is ActionState.ToDo or ActionState.InProgress)
        .Select(action => new Deadline(
            CalendarKind.Action,
            KeyOf(year, action),
            action.DueOn,
            string.Create(
                CultureInfo.InvariantCulture,
                $"action à mener au plus tard le {FrenchDate.InWords(action.DueOn)} ({action.Owner}), décidée après l’évaluation de {year}"),
            $"{action.Label.Trim()}\n\nÉtat : {action.State.Label()}. Dites où elle en est à la page « Validation et décision » de l’évaluation "
            + string.Create(CultureInfo.InvariantCulture, $"de {year} : réalisée ou abandonnée, elle n’est plus rappelée.")));

    // The same action of the same day is told once, wherever it stands in the list; another day is another deadline.
    private static string KeyOf(int year, DecidedAction action) => string.Create(
        CultureInfo.InvariantCulture,
        $"{year}-{action.DueOn:yyyy-MM-dd}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(action.Label)))[..DigestLength]}");
}
