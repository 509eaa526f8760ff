using System.Text.Json.Serialization;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Savings;
using Evaluation.Core.Scenarios;
using Evaluation.Core.Statistics;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Evaluate;

/// <summary>How evaluations are written: the domain’s own records, camelCase, absent when null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(SirenConverter),
        typeof(PeriodConverter),
        typeof(MemberConverter),
        typeof(DefinitionConverter),
        typeof(CamelCaseName<AggregationRule>),
        typeof(CamelCaseName<AllocationMethod>),
        typeof(CamelCaseName<AllocationObstacle>),
        typeof(CamelCaseName<BalanceKind>),
        typeof(CamelCaseName<CallKind>),
        typeof(CamelCaseName<CallState>),
        typeof(CamelCaseName<CapacityBearer>),
        typeof(CamelCaseName<Confidence>),
        typeof(CamelCaseName<CostCategory>),
        typeof(CamelCaseName<CostStage>),
        typeof(CamelCaseName<CriterionKind>),
        typeof(CamelCaseName<EvaluationCriterion>),
        typeof(CamelCaseName<Judgement>),
        typeof(CamelCaseName<KeyTerm>),
        typeof(CamelCaseName<LegalForm>),
        typeof(CamelCaseName<MemberGroupKind>),
        typeof(CamelCaseName<MemberKind>),
        typeof(CamelCaseName<PoolingDirection>),
        typeof(CamelCaseName<PopulationKind>),
        typeof(CamelCaseName<ProposalKind>),
        typeof(CamelCaseName<RecommendationStatus>),
        typeof(CamelCaseName<SavingsObstacle>),
        typeof(CamelCaseName<ScenarioObstacle>),
        typeof(CamelCaseName<ScenarioStanding>),
        typeof(CamelCaseName<SettlementMode>),
        typeof(CamelCaseName<TargetBasis>),
        typeof(CamelCaseName<TargetStatus>),
        typeof(CamelCaseName<TrendJudgement>),
        typeof(CamelCaseName<TrendLabel>),
        typeof(CamelCaseName<TrendObstacle>),
        typeof(CamelCaseName<Verdict>),
    ])]
[JsonSerializable(typeof(EvaluationAnswer))]
[JsonSerializable(typeof(AllocationAnswer))]
[JsonSerializable(typeof(ScenarioAnswer))]
[JsonSerializable(typeof(YearAccounts))]
internal sealed partial class EvaluationJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through.</summary>
    public static EvaluationJson Answers => field ??= new(ReadableJson.Of(Default));
}
