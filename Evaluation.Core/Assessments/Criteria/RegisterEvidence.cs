using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>The facts of the registers that answer a criterion (docs/spec/assessment.md).</summary>
internal static class RegisterEvidence
{
    /// <summary>Code of the communes that are members.</summary>
    internal const string Adhesion = "adhesion";

    /// <summary>Code of the meetings of the year.</summary>
    internal const string Meetings = "comites";

    /// <summary>Code of the observed cost against the forecast.</summary>
    internal const string Forecast = "prevision";

    /// <summary>Code of the saving.</summary>
    internal const string Savings = "economie";

    /// <summary>The fact of the registers that an indicator says again; null for most.</summary>
    internal static string? SaidBy(string indicator) => indicator switch
    {
        DerivedIndicator.Members or DerivedIndicator.AdhesionRate => Adhesion,
        DerivedIndicator.Meetings => Meetings,
        DerivedIndicator.Savings => Savings,
        _ => null,
    };

    public static IEnumerable<Evidence> Of(YearFacts evaluation, EvaluationCriterion criterion) => criterion switch
    {
        EvaluationCriterion.Pertinence => MembershipEvidence.Of(evaluation),
        EvaluationCriterion.Coherence => GovernanceEvidence.Of(evaluation),
        EvaluationCriterion.Efficience => CostEvidence.Of(evaluation),
        EvaluationCriterion.Impact => EffectEvidence.Of(evaluation),
        EvaluationCriterion.Durabilite => DurabilityEvidence.Of(evaluation),
        EvaluationCriterion.Efficacite => [],
    };

    /// <summary>A fact with its sentence in French typography.</summary>
    internal static Evidence Fact(string code, string label, Judgement judgement, string reading) =>
        new(code, label, Typography.Fix(reading), judgement, null);

    /// <summary>Favourable from one threshold, mixed from a lower one, unfavourable below.</summary>
    internal static Judgement AtLeast(decimal value, decimal favourable, decimal mixed) =>
        value >= favourable ? Judgement.Favorable : value >= mixed ? Judgement.Mitige : Judgement.Defavorable;
}
