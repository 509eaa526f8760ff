using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.French;
using Evaluation.Core.Reports;

namespace Evaluation.Functions.Consult;

/// <summary>
/// What is proposed of a service as a whole: the least good of the verdicts on its criteria, which no better one makes up for.
/// </summary>
/// <param name="Verdict">The least good one; <see cref="Verdict.NonEvaluable"/> where none is judged or nothing is evaluated.</param>
/// <param name="Because">The criteria that have it, in lower case, and how many are judged; nothing when none is.</param>
public sealed record ServiceVerdict(Verdict Verdict, string? Because)
{
    /// <summary>The verdict of a year that is evaluated.</summary>
    public static ServiceVerdict Of(IReadOnlyList<CriterionRow> criteria)
    {
        var judged = criteria.Where(c => c.Verdict != Verdict.NonEvaluable).ToList();
        if (judged.Count == 0)
        {
            return new ServiceVerdict(Verdict.NonEvaluable, null);
        }

        var worst = judged.Select(c => c.Verdict).MinBy(Rank);
        var named = judged.Where(c => c.Verdict == worst).Select(c => c.Name.ToLowerInvariant()).ToList();
        return new ServiceVerdict(
            worst,
            worst == Verdict.Favorable
                ? $"{FrenchText.Count(judged.Count, "critère jugé", "critères jugés")} sur {criteria.Count}"
                : FrenchText.List(named));
    }

    /// <summary>Its place from the worst to the best; what is not judged comes last.</summary>
    public static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Defavorable => 0,
        Verdict.Mitige => 1,
        Verdict.Favorable => 2,
        Verdict.NonEvaluable => 3,
    };
}
