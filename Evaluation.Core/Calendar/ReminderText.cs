using System.Text.RegularExpressions;
using Evaluation.Core.French;

namespace Evaluation.Core.Calendar;

/// <summary>The words of a reminder: its subject, and its letter.</summary>
internal static partial class ReminderText
{
    private const string Greeting = "Bonjour,";

    private const string OptOut =
        "Ce message est automatique. Pour ne plus en recevoir à cette adresse, demandez à l’administrateur de l’ajouter aux adresses sans rappel.";

    private const string Escalation =
        "Le service a déjà reçu deux rappels sans effet : ce message s’adresse maintenant à la direction.";

    /// <summary>One line: what it is about, whom it concerns, what is due.</summary>
    public static string Subject(Deadline deadline, NoticeStage stage, string subject) =>
        Typography.Fix(OneLine($"{Heading(deadline, stage)} : {subject}, {deadline.What}"));

    /// <summary>Paragraphs parted by an empty line.</summary>
    public static string Body(Deadline deadline, NoticeStage stage, string subject) => Typography.Fix(string.Join("\n\n",
    [
        Greeting,
        OneLine($"{subject} : {deadline.What}."),
        deadline.Advice,
        .. stage.Escalates ? [Escalation] : Array.Empty<string>(),
        OptOut,
    ]));

    private static string Heading(Deadline deadline, NoticeStage stage) =>
        stage.Escalates ? $"{Lateness(deadline)} depuis {FrenchText.Count(stage.Days, "jour", "jours")}"
        : stage.Days > 0 ? Lateness(deadline)
        : $"Échéance du {FrenchDate.InWords(deadline.On)}";

    private static string Lateness(Deadline deadline) =>
        deadline.Kind == CalendarKind.Values ? "Données en retard" : deadline.Kind == CalendarKind.Action ? "Action en retard" : deadline.Kind.Label();

    // A name of several lines would break the line of a subject.
    public static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\s\p{Cc}-[\u00A0\u202F]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
