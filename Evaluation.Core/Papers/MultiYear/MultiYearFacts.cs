using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Papers.MultiYear;

/// <summary>What the review of a service over several years is written from (docs/spec/papers.md).</summary>
/// <param name="Community">Whose service.</param>
/// <param name="Edition">Which issue.</param>
/// <param name="Service">Its evaluations and decisions; the last ten years of them are told.</param>
public sealed record MultiYearFacts(Community Community, PaperEdition Edition, ServiceYears Service)
{
    /// <summary>Years told at most.</summary>
    public const int MostYears = 10;

    /// <summary>The years told, without a gap: one that was not given is told as missing.</summary>
    internal IReadOnlyList<int> Years { get; } = YearsOf(Service);

    /// <summary>« de 2021 à 2025 », « de 2025 ».</summary>
    internal string Span => Years.Count == 1
        ? $"de {ReportText.Year(Years[0])}"
        : $"de {ReportText.Year(Years[0])} à {ReportText.Year(Years[^1])}";

    /// <summary>What the paper is, in a few words.</summary>
    internal string Subject => $"Bilan pluriannuel {Span}";

    /// <summary>The evaluation of a year that was evaluated; null for any other.</summary>
    internal AnnualEvaluation? Of(int year) => Service.In(year) is { WhyNotEvaluated: null } evaluation ? evaluation : null;

    /// <summary>Why nothing is told of a year; null when it was evaluated.</summary>
    internal string? WhyNot(int year) =>
        Service.In(year) is not { } evaluation ? "évaluation non disponible"
        : evaluation.WhyNotEvaluated is not null ? "service non en fonctionnement"
        : null;

    private static IReadOnlyList<int> YearsOf(ServiceYears service)
    {
        var (first, last) = (service.Years.Min(e => e.Dossier.Year), service.Years.Max(e => e.Dossier.Year));
        var from = Math.Max(first, last - MostYears + 1);
        return [.. Enumerable.Range(from, last - from + 1)];
    }
}
