using Evaluation.Core.Problems;

namespace Evaluation.Core.Confirmations;

/// <summary>When a member, or the provider, may say what of units.</summary>
public static class UnitsAnswers
{
    /// <summary>Why a member cannot say something of its units; null when it can.</summary>
    /// <param name="asked">What it would say.</param>
    /// <param name="units">As they are known.</param>
    public static Refusal? WhyNot(UnitsAnswer asked, MemberUnits units) =>
        units.AreStill(asked.Figures) ? null : Refusals.UnitsChanged.At("/figures");

    /// <summary>What is kept once the provider maintains contested units; the same when it already did in the same words.</summary>
    /// <param name="answer">What the member said; null when it said nothing.</param>
    /// <param name="units">As they are known.</param>
    /// <param name="reply">What the provider says.</param>
    public static Outcome<UnitsAnswer> Maintain(UnitsAnswer? answer, MemberUnits units, UnitsReply reply)
    {
        if (answer is { Reply: { } known } && units.AreStill(answer.Figures))
        {
            return known.Words == reply.Words
                ? Outcome<UnitsAnswer>.Of([], () => answer)
                : Outcome<UnitsAnswer>.Of([Refusals.UnitsReplied.At("")], () => answer);
        }

        return answer is not null && UnitsStates.Of(units, answer) == UnitsState.Contested
            ? Outcome<UnitsAnswer>.Of([], () => answer with { Reply = reply })
            : Outcome<UnitsAnswer>.Of([Refusals.UnitsNotContested.At("")], () => answer!);
    }
}
