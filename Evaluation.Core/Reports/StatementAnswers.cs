using Evaluation.Core.Assessments;
using Evaluation.Core.Confirmations;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Reports;

/// <summary>What a member says of its units in a period. Its reason and comment are between it and the provider.</summary>
/// <param name="Period">Canonical: <c>2025-Q1</c>.</param>
/// <param name="State">A <see cref="UnitsState"/>, written.</param>
/// <param name="Word">The same in French.</param>
/// <param name="On">Local date of what the member said; null when it said nothing.</param>
public sealed record StatementAnswer(string Period, string State, string Word, DateOnly? On);

/// <summary>Writes what members say of their units.</summary>
public sealed class StatementAnswers
{
    private readonly ILookup<string, UnitsStanding> _byMember;

    private StatementAnswers(IReadOnlyList<UnitsStanding> standings, ServiceRatings ratings)
    {
        _byMember = standings.ToLookup(s => s.Units.Member.Siren.ToString(), StringComparer.Ordinal);
        Sentences = [.. Told(standings).Append(ratings.InWords).OfType<string>().Select(ReportText.Prose)];
    }

    /// <summary>How many are confirmed, which are contested, what members think of the service.</summary>
    public IReadOnlyList<string> Sentences { get; }

    /// <summary>What members say of the year; null when nobody said anything.</summary>
    internal static StatementAnswers? Of(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        var standings = dossier.UnitsOf(dossier.Year);
        return standings.Any(s => s.Answer is not null)
            ? new StatementAnswers(standings, ServiceRatings.Of(dossier.Answers.Where(a => a.Period.Year == dossier.Year)))
            : null;
    }

    /// <summary>What a member says, by period.</summary>
    public IReadOnlyList<StatementAnswer> OfMember(ReportMember member) =>
        [.. _byMember[member.Siren].Select(s => new StatementAnswer(
            s.Units.Period.ToString(), DomainCode.Of(s.State), s.State.Label(), s.Answer?.On))];

    /// <summary>
    /// What a member says, periods that stand alike told together: « confirmées (1er trimestre, 2e trimestre), contestées (3e trimestre) ».
    /// </summary>
    /// <param name="answers">By period; null or none when it said nothing.</param>
    public static string InWords(IReadOnlyList<StatementAnswer>? answers) => answers is { Count: > 0 }
        ? Typography.Fix(string.Join(", ", answers.GroupBy(a => a.Word, StringComparer.Ordinal).Select(alike =>
            $"{alike.Key} ({string.Join(", ", alike.Select(a => Period.TryParse(a.Period, out var period) ? FrenchPeriod.InItsYear(period) : a.Period))})")))
        : Figure.NotApplicableText;

    private static IEnumerable<string> Told(IReadOnlyList<UnitsStanding> standings)
    {
        var confirmed = standings.Count(s => s.State == UnitsState.Confirmed);
        var contested = standings.Where(s => s.State == UnitsState.Contested).ToList();
        yield return $"Unités d’un membre dans une période terminée : {FrenchNumber.Format(standings.Count)}, dont " +
            $"{FrenchText.CountOrNone(confirmed, "aucune n’est confirmée", "est confirmée par le membre", "sont confirmées par les membres")}, " +
            $"{FrenchText.CountOrNone(contested.Count, "aucune n’est contestée", "est contestée", "sont contestées")}.";
        if (contested.Count > 0)
        {
            yield return $"Contestées : {FrenchText.List([.. contested.Select(Named)])}. Les montants reposent sur les valeurs transmises, contestées ou non.";
        }
    }

    private static string Named(UnitsStanding standing) =>
        $"{ReportText.Name(standing.Units.Member.Name)} ({FrenchPeriod.InItsYear(standing.Units.Period)})";
}
