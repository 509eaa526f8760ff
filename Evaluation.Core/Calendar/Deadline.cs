using System.Text.RegularExpressions;
using Evaluation.Core.French;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Calendar;

/// <summary>A date by which something is to be done.</summary>
/// <param name="Kind">What.</param>
/// <param name="Key">Which one of its kind, such as <c>2025-03</c>; no blank.</param>
/// <param name="On">The last day in time, or the day before which where a text says « avant le »; for a source, the day since which it fails.</param>
/// <param name="What">What is due, a French phrase without a full stop.</param>
/// <param name="Advice">What to do, French sentences.</param>
public sealed partial record Deadline(CalendarKind Kind, string Key, DateOnly On, string What, string Advice)
{
    private const string Greeting = "Bonjour,";

    private const string OptOut =
        "Ce message est automatique. Pour ne plus en recevoir à cette adresse, demandez à l’administrateur de l’ajouter aux adresses sans rappel.";

    private const string Escalation =
        "Le service a déjà reçu deux rappels sans effet : ce message s’adresse maintenant à la direction.";

    /// <summary>The notices that fall due on a day, in the order of their stages.</summary>
    /// <param name="day">Local day.</param>
    /// <param name="subject">Whom it concerns, in French: the service or the community.</param>
    public IEnumerable<DueNotice> NoticesOn(DateOnly day, string subject) =>
        from stage in NoticeStage.Of(Kind)
        where On.AddDays(stage.Days) == day
        select new DueNotice(
            Kind,
            $"{DomainCode.Of(Kind)}~{Key}~{stage.Code}",
            day,
            Typography.Fix(OneLine($"{Heading(stage)} : {subject}, {What}")),
            Typography.Fix(string.Join("\n\n", Paragraphs(stage, subject))),
            stage.Recipient);

    private string Heading(NoticeStage stage) =>
        stage.Escalates ? $"{Lateness()} depuis {FrenchText.Count(stage.Days, "jour", "jours")}"
        : stage.Days > 0 ? Lateness()
        : $"Échéance du {FrenchDate.InWords(On)}";

    private string Lateness() =>
        Kind == CalendarKind.Values ? "Données en retard" : Kind == CalendarKind.Action ? "Action en retard" : Kind.Label();

    private IEnumerable<string> Paragraphs(NoticeStage stage, string subject)
    {
        yield return Greeting;
        yield return OneLine($"{subject} : {What}.");
        yield return Advice;
        if (stage.Escalates)
        {
            yield return Escalation;
        }

        yield return OptOut;
    }

    // A name of several lines would break the line of a subject.
    private static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\s\p{Cc}-[\u00A0\u202F]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
