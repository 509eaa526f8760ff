using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report.Html;

/// <summary>
/// The sign that goes before the word of a state: <c>ok</c>, <c>mid</c>, <c>bad</c>, or <c>none</c> where nothing is judged.
/// </summary>
internal static class Marks
{
    public const string Ok = "ok";
    public const string Mid = "mid";
    public const string Bad = "bad";
    public const string None = "none";

    /// <summary>The sign of a value beside its target.</summary>
    public static string Of(TargetStatus state) => state switch
    {
        TargetStatus.Reached => Ok,
        TargetStatus.Close => Mid,
        TargetStatus.Missed => Bad,
        TargetStatus.NoTarget or TargetStatus.NotKnown or TargetStatus.NotConclusive => None,
    };

    /// <summary>The sign of one piece of evidence.</summary>
    public static string Of(Judgement judgement) => judgement switch
    {
        Judgement.Favorable => Ok,
        Judgement.Mitige => Mid,
        Judgement.Defavorable => Bad,
        Judgement.Information or Judgement.Manquant => None,
    };

    /// <summary>The sign of a criterion.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Favorable => Ok,
        Verdict.Mitige => Mid,
        Verdict.Defavorable => Bad,
        Verdict.NonEvaluable => None,
    };

    /// <summary>The sign of a recommendation that is followed up: one that is late is bad whatever was begun.</summary>
    public static string Of(FollowUpRow row) => row.Status switch
    {
        RecommendationStatus.CarriedOut => Ok,
        RecommendationStatus.InProgress or RecommendationStatus.Decided => row.IsLate ? Bad : Mid,
        RecommendationStatus.Proposed or RecommendationStatus.Dropped => row.IsLate ? Bad : None,
    };

    /// <summary>Class of the style sheet that colours a sign.</summary>
    public static string Style(string mark) => $"v-{mark}";

    /// <summary>The drawing of a sign in the page.</summary>
    public static string Symbol(string mark) => $"#i-{mark}";
}
