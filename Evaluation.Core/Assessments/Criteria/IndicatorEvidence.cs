using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>
/// What a followed indicator says of its criterion: against its target when it has one, else against the year before on
/// the same members and periods. Below 80 % of the values it rests on, it is shown and not judged.
/// </summary>
internal static class IndicatorEvidence
{
    public static IEnumerable<Evidence> Of(YearFacts evaluation, EvaluationCriterion criterion) =>
        evaluation.Indicators
            .Where(i => i.Definition.Criterion == criterion && i.Definition.Direction != Direction.Neutral)
            .Select(i => Of(evaluation, i));

    private static Evidence Of(YearFacts evaluation, IndicatorResult result)
    {
        var definition = result.Definition;
        var received = evaluation.Completeness.Behind(definition);
        var (reading, judgement) = Read(result);
        return new Evidence(
            definition.Code,
            definition.Label,
            Typography.Fix(reading),
            judgement,
            received.Expected == 0 ? null : received)
        {
            BarsFavourable = result.Followed.Target is not null
                && (judgement == Judgement.Defavorable || (judgement == Judgement.Mitige && IsMissedAllAlong(result))),
        };
    }

    // Close over the year is no excuse when the target is missed in most periods too.
    private static bool IsMissedAllAlong(IndicatorResult result)
    {
        var (known, missed) = result.PeriodsAgainstTarget();
        return result.Status != TargetStatus.Reached && missed * 2 > known;
    }

    private static (string Reading, Judgement Judgement) Read(IndicatorResult result)
    {
        if (result.Value is not { } value)
        {
            return result.Answers is { AreTooFew: true } few
                ? ($"{few.InWords()} ; sous {FrenchNumber.Format(IndicatorDefinition.FewestAnswers, 0)} réponses, pas de pourcentage.", result.IsConclusive ? Judgement.Information : Judgement.Manquant)
                : ("Aucune valeur.", Judgement.Manquant);
        }

        var shown = Quantity(value, result.Definition);
        if (!result.IsConclusive)
        {
            return ($"{shown} ; moins de 80 % des valeurs sont reçues.", Judgement.Manquant);
        }

        if (result.Followed.Target is { } target)
        {
            return result.Status == TargetStatus.NotConclusive
                ? ($"{shown} {Aim(target, result.Definition)} ; il manque des valeurs, ou l’année n’est pas finie : rien n’en est conclu.", Judgement.Manquant)
                : AgainstTarget(result, value, target);
        }

        return result.Comparison is not { } comparison ? ($"{shown} ; ni cible ni année comparable.", Judgement.Information)
            : comparison.IsConclusive ? AgainstYearBefore(result, comparison)
            : ($"{shown} ; moins de 80 % des valeurs se comparent à celles d’un an plus tôt.", Judgement.Manquant);
    }

    // Reached over the year and missed most of the time is neither for the service nor against it.
    private static (string Reading, Judgement Judgement) AgainstTarget(IndicatorResult result, decimal value, Target target)
    {
        var (known, missed) = result.PeriodsAgainstTarget();
        var often = missed * 2 > known;
        var note = often
            ? $" Elle est manquée {FrenchNumber.Format(missed)} fois sur {FrenchNumber.Format(known)} dans l’année."
            : "";
        return (
            $"{Quantity(value, result.Definition)} {Aim(target, result.Definition)} ({Distance(value, target, result.Definition)}).{note}",
            result.Status switch
            {
                TargetStatus.Missed => Judgement.Defavorable,
                TargetStatus.Reached when !often => Judgement.Favorable,
                TargetStatus.Reached or TargetStatus.Close or TargetStatus.NoTarget or TargetStatus.NotKnown or TargetStatus.NotConclusive => Judgement.Mitige,
            });
    }

    // A percentage of a percentage says nothing: two of them are told apart in points.
    private static string Distance(decimal value, Target target, IndicatorDefinition definition)
    {
        var shown = decimal.Round(value, definition.Decimals, MidpointRounding.AwayFromZero);
        if (!ShownChange.IsOfPercent(definition))
        {
            return $"atteinte à {FrenchNumber.Percent(target.Attainment(shown))}";
        }

        var (met, gap) = (target.IsMaximum ? shown <= target.Value : shown >= target.Value, shown - target.Value);
        var points = FrenchQuantity.OfShort(decimal.Abs(gap), Math.Max(definition.Decimals, target.Value.Scale), "point", "points");
        return $"{(met ? "atteinte" : "non atteinte")}{(gap == 0 ? "" : $", {points} {(gap > 0 ? "au-dessus" : "au-dessous")}")}";
    }

    private static (string Reading, Judgement Judgement) AgainstYearBefore(IndicatorResult result, Comparison comparison)
    {
        var definition = result.Definition;
        var change = ShownChange.Of(definition, comparison.Current, comparison.Previous);
        var reading = $"{Quantity(comparison.Current, definition)} contre {Quantity(comparison.Previous, definition)} un an plus tôt" +
            $"{(comparison.IsOnSamePerimeter ? ", à périmètre égal" : "")}{(change.Text is { } text ? $" ({text})" : "")}";
        if (change.ProvesNothing && !IsBest(change.Current, definition))
        {
            return ($"{reading} ; sur d’aussi petits nombres, un écart ne prouve rien.", Judgement.Information);
        }

        if (change.IsNoticeable)
        {
            return ($"{reading}.", change.Way > 0 == (definition.Direction == Direction.HigherIsBetter)
                ? Judgement.Favorable
                : Judgement.Defavorable);
        }

        return !IsBest(change.Current, definition) ? ($"{reading}.", Judgement.Mitige)
            : result.IsPartial ? ($"{reading} ; il manque des valeurs, ou l’année n’est pas finie : rien n’en est conclu.", Judgement.Manquant)
            : ($"{reading}.", Judgement.Favorable);
    }

    // What cannot be better is not held against the service for standing still; a value that is missing may still be worse.
    private static bool IsBest(decimal value, IndicatorDefinition definition) => definition.Direction == Direction.HigherIsBetter
        ? value >= definition.Max
        : value <= definition.Min;

    private static string Aim(Target target, IndicatorDefinition definition)
    {
        var aim = FrenchQuantity.Of(target.Value, Math.Min(definition.Decimals, target.Value.Scale), definition.UnitLabel);
        return $"pour une cible d’au {(target.IsMaximum ? "plus" : "moins")} {aim}";
    }

    private static string Quantity(decimal value, IndicatorDefinition definition) =>
        FrenchQuantity.Of(value, definition.Decimals, definition.UnitLabel);
}
