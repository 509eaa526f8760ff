using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>
/// What a followed indicator says of its criterion: against its target when it has one, else against the year before on
/// the same perimeter. Below 80 % of the values it rests on, it is shown and not judged.
/// </summary>
internal static class IndicatorEvidence
{
    // A change smaller than this is no change: yearly counts of a few communes move by themselves.
    private const decimal Noticeable = 0.02m;

    public static IEnumerable<Evidence> Of(AnnualEvaluation evaluation, EvaluationCriterion criterion) =>
        evaluation.Indicators
            .Where(i => i.Definition.Criterion == criterion && i.Definition.Direction != Direction.Neutral)
            .Select(i => Of(evaluation, i));

    private static Evidence Of(AnnualEvaluation evaluation, IndicatorResult result)
    {
        var definition = result.Definition;
        var received = ReceivedFor(evaluation, definition);
        if (result.Value is not { } value || received is { Rate: not null, Confidence: Confidence.Faible })
        {
            return Evidence(definition, result.Value is null ? "Aucune valeur." : Quantity(result.Value.Value, definition) + " ; moins de 80 % des valeurs sont reçues.", Judgement.Manquant, received);
        }

        return result.Followed.Target is { } target
            ? Evidence(definition, AgainstTarget(value, target, definition), Judged(result.Status), received)
            : result.Comparison is { Change: { } change } comparison
                ? Evidence(definition, AgainstYearBefore(comparison, change, definition), Judged(change, definition.Direction), received)
                : Evidence(definition, $"{Quantity(value, definition)} ; ni cible ni année comparable.", Judgement.Information, received);
    }

    private static Evidence Evidence(IndicatorDefinition definition, string reading, Judgement judgement, Received received) =>
        new(definition.Code, definition.Label, Typography.Fix(reading), judgement, received.Expected == 0 ? null : received);

    // What was due of the indicator itself or of the parts it is computed from.
    private static Received ReceivedFor(AnnualEvaluation evaluation, IndicatorDefinition definition)
    {
        var codes = definition.IsComputed ? Catalogue.PartsOf(definition) : [definition.Code];
        return evaluation.Completeness.ByIndicator
            .Where(i => codes.Contains(i.Definition.Code))
            .Aggregate(new Received(0, 0, 0), (sum, i) => sum + i.Received);
    }

    private static string AgainstTarget(decimal value, Target target, IndicatorDefinition definition)
    {
        var attainment = target.Attainment(decimal.Round(value, definition.Decimals, MidpointRounding.AwayFromZero));
        var aim = FrenchQuantity.Of(target.Value, Math.Min(definition.Decimals, target.Value.Scale), definition.UnitLabel);
        return $"{Quantity(value, definition)} pour une cible d’au {(target.IsMaximum ? "plus" : "moins")} {aim} " +
            $"(atteinte à {FrenchNumber.Percent(attainment)}).";
    }

    private static string AgainstYearBefore(Comparison comparison, decimal change, IndicatorDefinition definition) =>
        $"{Quantity(comparison.Current, definition)} contre {Quantity(comparison.Previous, definition)} un an plus tôt" +
        $"{(comparison.IsOnSamePerimeter ? ", à périmètre égal" : "")} ({FrenchNumber.SignedPercent(change * 100)}).";

    private static string Quantity(decimal value, IndicatorDefinition definition) =>
        FrenchQuantity.Of(value, definition.Decimals, definition.UnitLabel);

    private static Judgement Judged(TargetStatus status) => status switch
    {
        TargetStatus.Reached => Judgement.Favorable,
        TargetStatus.Close => Judgement.Mitige,
        TargetStatus.Missed => Judgement.Defavorable,
        _ => Judgement.Information,
    };

    private static Judgement Judged(decimal change, Direction direction) =>
        Math.Abs(change) < Noticeable ? Judgement.Mitige
        : change > 0 == (direction == Direction.HigherIsBetter) ? Judgement.Favorable
        : Judgement.Defavorable;
}
