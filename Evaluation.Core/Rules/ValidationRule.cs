using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Rules;

/// <summary>How the two sides of a rule should stand (the eight of DHIS2).</summary>
public enum RuleOperator
{
    /// <summary>The same.</summary>
    Equal,

    /// <summary>Not the same.</summary>
    NotEqual,

    /// <summary>Left above right.</summary>
    GreaterThan,

    /// <summary>Left not below right.</summary>
    GreaterOrEqual,

    /// <summary>Left below right.</summary>
    LessThan,

    /// <summary>Left not above right.</summary>
    LessOrEqual,

    /// <summary>Both sides are known, or neither.</summary>
    CompulsoryPair,

    /// <summary>At most one side is known.</summary>
    ExclusivePair,
}

/// <summary>What a rule does of values that are missing, one side at a time.</summary>
public enum MissingValues
{
    /// <summary>A side that lacks a value is not known.</summary>
    SkipIfAnyMissing,

    /// <summary>A side that lacks all its values is not known; else a missing one counts as zero.</summary>
    SkipIfAllMissing,

    /// <summary>A missing value counts as zero: only for counts that a service leaves out when there is nothing.</summary>
    NeverSkip,
}

/// <summary>What should hold between values of one period (docs/spec/rules.md).</summary>
/// <param name="Name">Of the rule, unique among those applied.</param>
/// <param name="Left">One side.</param>
/// <param name="Operator">How it should stand.</param>
/// <param name="Right">The other side.</param>
/// <param name="Missing">A rule whose side is not known is skipped, except for pairs, which are about that.</param>
public sealed record ValidationRule(
    string Name, IndicatorExpression Left, RuleOperator Operator, IndicatorExpression Right, MissingValues Missing)
{
    /// <summary>The code of what it finds.</summary>
    public string FindingCode { get; init; } = Refusals.RuleViolated.Code;

    /// <summary>The codes that it reads, each once.</summary>
    public IEnumerable<string> Indicators => Left.Terms.Concat(Right.Terms).Select(t => t.Indicator).Distinct();

    /// <summary>The longest periodicity of what it reads: the shortest window in which it can be checked.</summary>
    /// <exception cref="KeyNotFoundException">It reads an indicator that is not in the catalogue.</exception>
    public Periodicity Window(Catalogue catalogue)
    {
        var longest = Periodicity.Monthly;
        foreach (var code in Indicators)
        {
            var periodicity = catalogue[code].Periodicity;
            longest = periodicity > longest ? periodicity : longest;
        }

        return longest;
    }

    /// <summary>What is found; null when the rule holds or is skipped.</summary>
    /// <param name="valueOf">The value of a code in one place and window, null when it is missing.</param>
    public IndicatorFinding? Check(Func<string, decimal?> valueOf)
    {
        var isPair = Operator is RuleOperator.CompulsoryPair or RuleOperator.ExclusivePair;
        // Zeros in place of missing values would make both sides of every pair known.
        var missing = isPair && Missing == MissingValues.NeverSkip ? MissingValues.SkipIfAllMissing : Missing;
        var (left, right) = (Left.Value(valueOf, missing), Right.Value(valueOf, missing));
        return Holds(left, right)
            ? null
            : new IndicatorFinding(
                FindingCode, Severity.Warning, [.. Indicators], RuleWords.Of(this, left, right));
    }

    private bool Holds(decimal? left, decimal? right) => (Operator, left, right) switch
    {
        (RuleOperator.CompulsoryPair, _, _) => left is null == right is null,
        (RuleOperator.ExclusivePair, _, _) => left is null || right is null,
        (_, null, _) or (_, _, null) => true,
        (RuleOperator.Equal, _, _) => left == right,
        (RuleOperator.NotEqual, _, _) => left != right,
        (RuleOperator.GreaterThan, _, _) => left > right,
        (RuleOperator.GreaterOrEqual, _, _) => left >= right,
        (RuleOperator.LessThan, _, _) => left < right,
        _ => left <= right,
    };
}
