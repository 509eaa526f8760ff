using Evaluation.Core.Closing;
using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Close;

namespace Evaluation.Functions.Consult;

/// <summary>What came of a form about a period.</summary>
internal static class PeriodOutcome
{
    /// <summary>What <c>done</c> says after an opening; after a step, it is the code of the step.</summary>
    public const string Opened = "open";

    /// <summary>
    /// What is told of a period. The address carries codes only, and a confirmation is shown while it is true: nobody
    /// can be made to read something else by a link.
    /// </summary>
    /// <param name="standing">Where the period stands now.</param>
    /// <param name="done">Code of what was done.</param>
    /// <param name="refused">Code of the refusal.</param>
    public static PageOutcome? Of(PeriodStanding standing, string? done, string? refused)
    {
        var what = refused is null ? Confirmation(standing, done) : Refusal(standing, refused);
        return what is null ? null : new(Typography.Fix($"{PeriodWords.Head(standing.Period)} : {what}"), IsRefusal: refused is not null);
    }

    /// <summary>Whether the page of periods can say why something was refused.</summary>
    public static bool Tells(string code) => code is
        "approval.order" or "approval.direction" or "approval.step" or "period.future" or "reason.missing" or "reason.invalid" or "opening.until";

    private static string? Confirmation(PeriodStanding standing, string? done) =>
        done == Opened
            ? standing.Opening is { } opening ? $"la période est ouverte jusqu’au {FrenchDate.InWords(opening.Until)}." : null
            : DomainCode.TryParse<ApprovalStep>(done, out var step) && PeriodApproval.After(step) == standing.Decided.State
                ? $"la période est {ApprovalWords.Taken(step)}."
                : null;

    private static string? Refusal(PeriodStanding standing, string code) => code switch
    {
        "approval.order" => $"cette étape ne suit pas l’état de la période, qui est {ApprovalWords.State(standing.Decided.State)}. Quelqu’un a pu décider avant vous : voyez ses décisions plus bas.",
        "approval.direction" => "cette étape revient à la direction de la communauté : demandez-la-lui.",
        "approval.step" => "cette étape n’existe pas : servez-vous des boutons de la page.",
        "period.future" => "rien n’a été changé, car la période n’a pas commencé : attendez d’avoir ses valeurs pour en décider.",
        "reason.missing" => "rien n’a été changé, car le motif manque : dites pourquoi.",
        "reason.invalid" => "rien n’a été changé, car le motif dépasse 500 caractères ou contient un caractère de commande : corrigez-le.",
        "opening.until" => "rien n’a été changé, car la fin de l’ouverture n’est pas valable : donnez une date dans l’année qui vient.",
        _ => null,
    };
}
