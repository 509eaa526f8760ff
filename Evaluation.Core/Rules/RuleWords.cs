using Evaluation.Core.French;

namespace Evaluation.Core.Rules;

/// <summary>The French sentence of a rule that does not hold.</summary>
internal static class RuleWords
{
    private const int MostDecimals = 4;

    public static string Of(ValidationRule rule, decimal? left, decimal? right)
    {
        var sentence = rule.Operator switch
        {
            RuleOperator.CompulsoryPair => left is null
                ? $"{Side(rule.Right)} est connu sans {Side(rule.Left)} : transmettez les deux."
                : $"{Side(rule.Left)} est connu sans {Side(rule.Right)} : transmettez les deux.",
            RuleOperator.ExclusivePair =>
                $"{Side(rule.Left)} et {Side(rule.Right)} s’excluent : n’en transmettez qu’un.",
            _ => $"{Side(rule.Left, left)} {Duty(rule.Operator)} {Side(rule.Right, right)} : vérifiez ces valeurs.",
        };
        return Typography.Fix(char.ToUpperInvariant(sentence[0]) + sentence[1..]);
    }

    private static string Duty(RuleOperator operation) => operation switch
    {
        RuleOperator.Equal => "devrait égaler",
        RuleOperator.NotEqual => "ne devrait pas égaler",
        RuleOperator.GreaterThan => "devrait dépasser",
        RuleOperator.GreaterOrEqual => "devrait atteindre ou dépasser",
        RuleOperator.LessThan => "devrait rester en dessous de",
        _ => "ne devrait pas dépasser",
    };

    private static string Side(IndicatorExpression side, decimal? value = null) => side switch
    {
        { Terms: [] } => $"le nombre {side}",
        { Terms: [{ Coefficient: 1 }], Constant: 0 } => $"l’indicateur {side}{Shown(value)}",
        _ => $"le calcul {side}{Shown(value)}",
    };

    private static string Shown(decimal? value) =>
        value is { } known ? $" ({FrenchNumber.FormatShort(known, MostDecimals)})" : "";
}
