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
            RuleOperator.Equal => Compared("devrait égaler"),
            RuleOperator.NotEqual => Compared("ne devrait pas égaler"),
            RuleOperator.GreaterThan => Compared("devrait dépasser"),
            RuleOperator.GreaterOrEqual => Compared("devrait atteindre ou dépasser"),
            RuleOperator.LessThan => Compared("devrait rester en dessous de"),
            RuleOperator.LessOrEqual => Compared("ne devrait pas dépasser"),
        };
        return Typography.Fix(char.ToUpperInvariant(sentence[0]) + sentence[1..]);

        string Compared(string duty) => $"{Side(rule.Left, left)} {duty} {Side(rule.Right, right)} : vérifiez ces valeurs.";
    }

    private static string Side(IndicatorExpression side, decimal? value = null) => side switch
    {
        { Terms: [] } => $"le nombre {side}",
        { Terms: [{ Coefficient: 1 }], Constant: 0 } => $"l’indicateur {side}{Shown(value)}",
        _ => $"le calcul {side}{Shown(value)}",
    };

    private static string Shown(decimal? value) =>
        value is { } known ? $" ({FrenchNumber.FormatShort(known, MostDecimals)})" : "";
}
