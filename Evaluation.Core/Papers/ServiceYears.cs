using Evaluation.Core.Assessments;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Papers;

/// <summary>A service over the years that are known of it.</summary>
/// <param name="Years">Evaluations of different years, at least one, in any order; the record of the service is the same in all.</param>
/// <param name="Decisions">What was decided, by year evaluated; a year without decision has no entry.</param>
public sealed record ServiceYears(IReadOnlyList<AnnualEvaluation> Years, IReadOnlyDictionary<int, SignedDecision> Decisions)
{
    /// <summary>Its record.</summary>
    public Mutualisation Mutualisation => Years[0].Dossier.Mutualisation;

    /// <summary>Its name, as it is read.</summary>
    internal string Label => ReportText.Prose(Mutualisation.Label);

    /// <summary>The evaluation of a year; null when it was not given.</summary>
    public AnnualEvaluation? In(int year) => Years.FirstOrDefault(e => e.Dossier.Year == year);

    /// <summary>The decision on a year; null when none is recorded.</summary>
    public SignedDecision? DecisionOn(int year) => Decisions.GetValueOrDefault(year);
}
