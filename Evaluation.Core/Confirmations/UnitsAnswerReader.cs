using Evaluation.Core.Communities;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Confirmations;

/// <summary>Reads the document of what a member says of its units, with every problem at once.</summary>
public static class UnitsAnswerReader
{
    private const int MostFigures = 1_000;

    /// <summary>What the member says, or what prevents it.</summary>
    /// <param name="member">Whose units.</param>
    /// <param name="period">Of which period.</param>
    /// <param name="document">What was sent and signed, or stored.</param>
    public static Outcome<UnitsAnswer> Read(Siren member, Period period, UnitsAnswerDocument document)
    {
        var checks = new DocumentChecks();
        var verdict = checks.Choice<UnitsVerdict>(document.State, "/state");
        var isContested = document.State == DomainCode.Of(UnitsVerdict.Contested);
        var answer = new UnitsAnswer(
            member,
            period,
            verdict,
            FiguresOf(checks, document.Figures),
            isContested ? checks.RequiredText(document.Reason, "/reason") : checks.OptionalText(document.Reason, "/reason"),
            RatingOf(checks, document.Rating),
            checks.OptionalText(document.Comment, "/comment"),
            document.AnsweredBy ?? "",
            document.AnsweredAt ?? default,
            document.Reply is { } reply ? ReplyOf(checks, reply) : null);
        if (!isContested && answer.Reason is not null && checks.Problems.Count == 0)
        {
            checks.Add(Refusals.UnitsReason, "/reason");
        }

        if (answer is { Comment: not null, Rating: null } && document.Rating is null)
        {
            checks.Add(Refusals.UnitsComment, "/comment");
        }

        return Outcome<UnitsAnswer>.Of(checks.Problems, () => answer);
    }

    /// <summary>What the provider answers, or what prevents it.</summary>
    /// <param name="document">What was sent and signed.</param>
    public static Outcome<UnitsReply> ReadReply(UnitsReplyDocument document)
    {
        var checks = new DocumentChecks();
        var reply = new UnitsReply(checks.RequiredText(document.Words, "/words"), document.At ?? default);
        return Outcome<UnitsReply>.Of(checks.Problems, () => reply);
    }

    private static IReadOnlyList<UnitFigure> FiguresOf(DocumentChecks checks, IReadOnlyList<UnitFigureDocument>? figures)
    {
        if (figures is not { Count: > 0 and <= MostFigures })
        {
            checks.Add(Refusals.UnitsFigures, "/figures");
            return [];
        }

        return
        [
            .. DocumentChecks.Items(figures).Select((figure, index) =>
            {
                var code = checks.RequiredText(figure.Indicator, $"/figures/{index}/indicator");
                if (!Period.TryParse(figure.Period, out var period))
                {
                    checks.Add(Refusals.PeriodInvalid, $"/figures/{index}/period");
                }

                return new UnitFigure(code, period, figure.Value);
            }).OrderBy(f => f.Indicator, StringComparer.Ordinal).ThenBy(f => f.Period),
        ];
    }

    private static int? RatingOf(DocumentChecks checks, decimal? rating)
    {
        if (rating is not { } given)
        {
            return null;
        }

        if (given is >= UnitsAnswer.LeastRating and <= UnitsAnswer.MostRating && decimal.IsInteger(given))
        {
            return (int)given;
        }

        checks.Add(Refusals.UnitsRating, "/rating", UnitsAnswer.LeastRating, UnitsAnswer.MostRating);
        return null;
    }

    private static UnitsReply ReplyOf(DocumentChecks checks, UnitsReplyDocument reply) =>
        new(checks.RequiredText(reply.Words, "/reply/words"), reply.At ?? default);
}
