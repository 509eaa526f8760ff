using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Close;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Consult;

/// <summary>What came of a form about a period.</summary>
internal static class PeriodOutcome
{
    private static readonly RefusalCode[] Told =
    [
        EdgeRefusals.ApprovalOrder,
        EdgeRefusals.ApprovalDirection,
        EdgeRefusals.ApprovalStep,
        Refusals.PeriodFuture,
        EdgeRefusals.ReasonMissing,
        EdgeRefusals.ReasonInvalid,
        EdgeRefusals.OpeningUntil,
        Refusals.PeriodSettled,
        Refusals.PeriodYearAfter,
    ];

    /// <summary>What <c>done</c> says after an opening; after a step, it is the code of the step.</summary>
    public const string Opened = "open";

    /// <summary>
    /// What is told of a period. The address carries codes only, and a confirmation is shown while it is true: nobody
    /// can be made to read something else by a link.
    /// </summary>
    /// <param name="standing">Where the period stands now.</param>
    /// <param name="community">Whose direction decides.</param>
    /// <param name="done">Code of what was done.</param>
    /// <param name="refused">Code of the refusal.</param>
    public static PageOutcome? Of(PeriodStanding standing, Community community, string? done, string? refused)
    {
        var what = refused is null ? Confirmation(standing, done)
            : Refusal(standing, community, refused) is { } why ? $"rien n’a été changé. {why}"
            : null;
        return what is null ? null : new(Typography.Fix($"{FrenchText.Opening(FrenchPeriod.InWords(standing.Period))} : {what}"), IsRefusal: refused is not null);
    }

    /// <summary>Whether the page of periods can say why something was refused.</summary>
    public static bool Tells(string code) => Told.Any(told => told.Code == code);

    private static string? Confirmation(PeriodStanding standing, string? done) =>
        done == Opened
            ? standing.Opening is { } opening ? $"la période est ouverte jusqu’au {FrenchDate.InWords(opening.Until)}." : null
            : DomainCode.TryParse<ApprovalStep>(done, out var step) && PeriodApproval.After(step) == standing.Decided.State
                ? $"la période est {ApprovalWords.Taken(step)}."
                : null;

    private static string? Refusal(PeriodStanding standing, Community community, string code) =>
        Told.FirstOrDefault(told => told.Code == code) is not { } told ? null
        : told == EdgeRefusals.ApprovalOrder ? told.Say(ApprovalWords.State(standing.Decided.State))
        : told == EdgeRefusals.ApprovalDirection ? told.Say(FrenchText.De(community.Name))
        : told == EdgeRefusals.ApprovalStep ? told.Say(string.Join(", ", DomainCode.All<ApprovalStep>()))
        : told == Refusals.PeriodSettled ? told.Say(standing.Period.Year, FrenchText.De(community.Name))
        : told == Refusals.PeriodYearAfter ? told.Say(standing.Period.Year + 1, standing.Period.Year, FrenchText.De(community.Name))
        : told == Refusals.PeriodFuture ? told.Say(FrenchPeriod.De(standing.Period))
        : told.Say();
}
