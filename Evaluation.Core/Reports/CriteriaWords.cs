using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Decisions;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>French words of the criteria, their verdicts and what they lead to propose.</summary>
public static class CriteriaWords
{
    private const int FewestJudged = 3;

    /// <summary>« Pertinence », « Cohérence »…</summary>
    public static string Name(EvaluationCriterion criterion) => criterion switch
    {
        EvaluationCriterion.Pertinence => "Pertinence",
        EvaluationCriterion.Coherence => "Cohérence",
        EvaluationCriterion.Efficacite => "Efficacité",
        EvaluationCriterion.Efficience => "Efficience",
        EvaluationCriterion.Impact => "Impact",
        EvaluationCriterion.Durabilite => "Durabilité",
    };

    /// <summary>« élevée », « moyenne », « faible ».</summary>
    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Elevee => "élevée",
        Confidence.Moyenne => "moyenne",
        Confidence.Faible => "faible",
    };

    /// <summary>« favorable », « mitigé », « défavorable », « non évaluable ».</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Favorable => "favorable",
        Verdict.Mitige => "mitigé",
        Verdict.Defavorable => "défavorable",
        Verdict.NonEvaluable => "non évaluable",
    };

    /// <summary>« favorable », « mitigé », « défavorable », « pour information », « à compléter ».</summary>
    public static string Of(Judgement judgement) => judgement switch
    {
        Judgement.Favorable => "favorable",
        Judgement.Mitige => "mitigé",
        Judgement.Defavorable => "défavorable",
        Judgement.Information => "pour information",
        Judgement.Manquant => "à compléter",
    };

    internal static string Question(EvaluationCriterion criterion) => criterion switch
    {
        EvaluationCriterion.Pertinence => "Le service répond-il aux besoins des communes ?",
        EvaluationCriterion.Coherence => "Est-il piloté, et ses suites s’accordent-elles avec les décisions prises ?",
        EvaluationCriterion.Efficacite => "Les objectifs et les délais sont-ils tenus ?",
        EvaluationCriterion.Efficience => "Les résultats sont-ils à la hauteur des moyens ?",
        EvaluationCriterion.Impact => "Quels effets pour les habitants, les communes et les agents ?",
        EvaluationCriterion.Durabilite => "Le service peut-il durer, et peut-on en sortir ?",
    };

    /// <summary>What is proposed and why, in one sentence; else what is missing.</summary>
    internal static string Sentence(AnnualEvaluation evaluation)
    {
        var criteria = evaluation.Criteria;
        if (evaluation.WhyNotEvaluated is { } why)
        {
            return why;
        }

        if (evaluation.End is { } end)
        {
            return $"{end.Sentence} Sa suite est décidée : le système ne propose rien.";
        }

        if (evaluation.Proposal.Kind is not { } kind)
        {
            var judged = criteria.Count(c => c.Verdict != Verdict.NonEvaluable);
            return $"Le système ne propose rien : {FrenchText.Count(judged, "critère est évaluable", "critères sont évaluables")} " +
                $"sur {FrenchNumber.Format(criteria.Count)}, il en faut {FrenchNumber.Format(FewestJudged)}. {TooLow(evaluation)}{Missing(criteria)}";
        }

        var reasons = evaluation.Proposal.Because
            .Select(c => criteria.First(a => a.Criterion == c))
            .GroupBy(c => c.Verdict)
            .OrderByDescending(g => g.Key)
            .Select(g => $"{FrenchText.List([.. g.Select(c => ReportText.Inside(Name(c.Criterion)))])} {Agreed(g.Key, g.Count())}")
            .ToList();
        var because = reasons.Count == 0 ? "" : $", au vu des critères : {string.Join(" ; ", reasons)}";
        return $"Proposition du système : {kind.Followed().Label()}{because}. Un directeur décide.";
    }

    // Names of criteria are feminine but one; « critère » is not, and governs the agreement of the list.
    private static string Agreed(Verdict verdict, int count) => $"({Of(verdict)}{(count > 1 ? "s" : "")})";

    private static string TooLow(AnnualEvaluation evaluation) => !evaluation.Completeness.IsTooLow ? ""
        : evaluation.Completeness.Total.Rate is { } rate
            ? $"{FrenchNumber.Percent(rate * 100)} des valeurs attendues sont reçues : en dessous de 80 % rien n’est conclu. "
            : "Aucune valeur n’est encore attendue : rien n’est conclu. ";

    private static string Missing(IReadOnlyList<CriterionAssessment> criteria)
    {
        var labels = criteria
            .SelectMany(c => c.Evidence.Where(e => e.Judgement == Judgement.Manquant))
            .Select(e => ReportText.Inside(e.Label))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var silent = criteria.Where(c => c.Evidence.Count == 0).Select(c => ReportText.Inside(Name(c.Criterion))).ToList();
        List<string> parts =
        [
            .. labels.Count > 0 ? [$"Données manquantes : {FrenchText.Names(labels)}."] : Array.Empty<string>(),
            .. silent.Count > 0 ? [$"Aucun élément pour : {FrenchText.List(silent)}."] : Array.Empty<string>(),
        ];
        return parts.Count == 0 ? "Faites compléter les données reçues." : string.Join(' ', parts);
    }
}
