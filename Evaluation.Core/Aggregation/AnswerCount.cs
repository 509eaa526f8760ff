using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Aggregation;

/// <summary>The answers that a share of answers is made of: « 2 sur 2 ».</summary>
/// <param name="Favourable">Those above the line: satisfied.</param>
/// <param name="Expressed">All that were expressed.</param>
public sealed record AnswerCount(decimal Favourable, decimal Expressed)
{
    /// <summary>Whether they are too few for a percentage: counts are told instead.</summary>
    public bool AreTooFew => Expressed < IndicatorDefinition.FewestAnswers;

    /// <summary>« 2 réponses favorables sur 2 exprimées ».</summary>
    public string InWords() =>
        $"{FrenchQuantity.Of(Favourable, 0, "réponses")} {FrenchText.Plural(Favourable, "favorable", "favorables")} " +
        $"sur {FrenchNumber.Format(Expressed, 0)} {FrenchText.Plural(Expressed, "exprimée", "exprimées")}";
}
