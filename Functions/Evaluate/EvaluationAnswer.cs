using Evaluation.Core.Aggregation;
using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Savings;
using Evaluation.Core.Scenarios;
using Evaluation.Core.Statistics;

namespace Evaluation.Functions.Evaluate;

/// <summary>The evaluation of a year as data; nothing is rounded.</summary>
public sealed record EvaluationAnswer(
    string Community,
    string Mutualisation,
    Period Period,
    DateOnly AsOf,
    PerimeterAnswer Perimeter,
    Completeness Completeness,
    IReadOnlyList<IndicatorAnswer> Indicators,
    CostResult? Costs,
    SavingsResult Savings,
    IReadOnlyList<CriterionAssessment> Criteria,
    Proposal Proposal,
    IReadOnlyList<Recommendation> FollowedUp,
    IReadOnlyList<ComplianceNotice> Notices,
    IReadOnlyList<CostNotice> CostNotices)
{
    public static EvaluationAnswer Of(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        return new EvaluationAnswer(
            dossier.Community.Siren.ToString(),
            dossier.Mutualisation.Id,
            Period.OfYear(dossier.Year),
            dossier.AsOf,
            new PerimeterAnswer(
                evaluation.Perimeter,
                evaluation.Perimeter.AdhesionRate,
                dossier.Mutualisation.DirectionIn(dossier.Community, Period.OfYear(dossier.Year)),
                dossier.Community.MutualisationCoefficientIn(dossier.Year)),
            evaluation.Completeness,
            [.. evaluation.Indicators.Zip(evaluation.Traces(), (result, trace) => IndicatorAnswer.Of(evaluation, result, trace))],
            evaluation.Costs,
            evaluation.Savings,
            evaluation.Criteria,
            evaluation.Proposal,
            evaluation.FollowedUp,
            ComplianceNotices.Of(dossier.Mutualisation, dossier.Community, Period.OfYear(dossier.Year).LastDay),
            CostNoticesOf(dossier));
    }

    /// <summary>What the legal form does not let bill without a reason.</summary>
    public static IReadOnlyList<CostNotice> CostNoticesOf(Dossier dossier) =>
        Core.Costs.CostNotices.Of(dossier.Mutualisation.LegalFormIn(dossier.Year), dossier.CostsOf(dossier.Year)?.Lines ?? []);
}

/// <summary>Who took part, and which way the service is pooled.</summary>
public sealed record PerimeterAnswer(
    Perimeter Year, decimal? AdhesionRate, PoolingDirection? Direction, decimal? MutualisationCoefficient);

/// <summary>One followed indicator, with what its value is made of.</summary>
public sealed record IndicatorAnswer(
    string Code,
    string Label,
    string Unit,
    decimal? Value,
    bool IsPartial,
    bool IsConclusive,
    decimal? Previous,
    Comparison? Comparison,
    Target? Target,
    decimal? Attainment,
    TargetStatus Status,
    TrendOutcome? Trend,
    TrendJudgement? TrendJudgement,
    Homogeneity? Homogeneity,
    HomogeneityChange? HomogeneityChange,
    IReadOnlyList<GroupResult> Groups,
    IReadOnlyList<SeriesPoint> Series,
    IReadOnlyList<MemberResult> ByMember,
    IndicatorTrace Trace)
{
    /// <summary>The answers that a share of answers rests on: under five, <c>value</c> is null. Null for anything else.</summary>
    public AnswerCount? Answers { get; init; }

    /// <summary>The same of the year before.</summary>
    public AnswerCount? PreviousAnswers { get; init; }

    public static IndicatorAnswer Of(AnnualEvaluation evaluation, IndicatorResult result, IndicatorTrace trace) => new(
        result.Definition.Code,
        result.Definition.Label,
        result.Definition.UnitLabel,
        result.Value,
        result is { IsPartial: true, Value: not null },
        result.IsConclusive,
        result.Previous,
        result.Comparison,
        result.Followed.Target,
        result is { Value: { } value, Status: TargetStatus.Reached or TargetStatus.Close or TargetStatus.Missed } ? result.Followed.Target?.Attainment(value) : null,
        result.Status,
        result.Trend,
        result.Trend?.Trend?.JudgedBy(result.Definition.Direction),
        result.Homogeneity,
        result.HomogeneityChange,
        evaluation.GroupsOf(result.Definition),
        result.Series,
        result.ByMember,
        trace)
    {
        Answers = result.Answers,
        PreviousAnswers = result.PreviousAnswers,
    };
}

/// <summary>How the cost of a year was shared, and what is still to be settled.</summary>
public sealed record AllocationAnswer(
    int Year,
    CostStage? Stage,
    AllocationObstacle? Obstacle,
    IReadOnlyList<Member> MissingFor,
    Allocation? Allocation,
    IReadOnlyList<ExplainedAmount> Explained,
    AnnualStatement? Statement,
    UnitCostForecast? UnitCostForecast,
    IReadOnlyList<CostNotice> CostNotices)
{
    /// <summary>The days whose key cannot share; null when it is the whole year, or when nothing prevents it.</summary>
    public ObstacleDays? ObstacleDays { get; init; }
}

/// <summary>One amount in French, so that it can be computed again by hand.</summary>
public sealed record ExplainedAmount(Member Member, decimal Amount, IReadOnlyList<string> Sentences);

/// <summary>Scenarios side by side, and a grid.</summary>
public sealed record ScenarioAnswer(
    int Year, ScenarioResult Actual, IReadOnlyList<ScenarioResult> Scenarios, GridAnswer? Grid);

/// <summary>The options of a grid, weighed, and what each weight decides.</summary>
public sealed record GridAnswer(IReadOnlyList<WeighedOption> Options, IReadOnlyList<GridSensitivity> Sensitivity);
