using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>A term and what it means.</summary>
/// <param name="Term">With the code of an indicator.</param>
/// <param name="Meaning">One or more sentences.</param>
public sealed record Definition(string Term, string Meaning);

/// <summary>What the words and figures of the report mean.</summary>
/// <param name="Indicators">Followed indicators, in order.</param>
/// <param name="General">Signs, rounding, rules, sources.</param>
public sealed record DefinitionSection(IReadOnlyList<Definition> Indicators, IReadOnlyList<Definition> General)
{
    internal static DefinitionSection Of(AnnualEvaluation evaluation) => new(
        [.. evaluation.Indicators.Select(i => OfIndicator(i.Definition, evaluation.Dossier.Catalogue))],
        [.. GeneralOf(evaluation).Select(d => new Definition(d.Term, ReportText.Prose(d.Meaning)))]);

    private static Definition OfIndicator(IndicatorDefinition definition, Catalogue catalogue)
    {
        var sentence = definition.Definition.TrimEnd('.');
        return new Definition(
            ReportText.Prose($"{definition.Label} ({definition.Code})"),
            ReportText.Prose($"{sentence}. {How(definition, catalogue)} Périodicité {definition.Periodicity.Label()}."));
    }

    private static string How(IndicatorDefinition definition, Catalogue catalogue) => definition.Aggregation switch
    {
        AggregationRule.Ratio => Ratio(catalogue[definition.Numerator!], catalogue[definition.Denominator!], definition.Factor)
            + (definition.IsShareOfAnswers
                ? $" Pas de pourcentage sous {FrenchNumber.Format(IndicatorDefinition.FewestAnswers, 0)} réponses : leur nombre est écrit."
                : ""),
        AggregationRule.Sum => "Se somme sur les périodes et les membres.",
        AggregationRule.Last => "Dernière valeur connue de l’année ; se somme sur les membres.",
        AggregationRule.Average => definition.Weight is { } weight
            ? $"Moyenne pondérée par « {catalogue[weight].Label} » ({weight})."
            : "Moyenne simple.",
    };

    private static string Ratio(IndicatorDefinition above, IndicatorDefinition below, decimal factor)
    {
        var times = factor == 1 ? "" : $" × {FrenchNumber.FormatShort(factor, 2)}";
        return $"Calcul : « {above.Label} » ({above.Code}) ÷ « {below.Label} » ({below.Code}){times}.";
    }

    private static IEnumerable<(string Term, string Meaning)> GeneralOf(AnnualEvaluation evaluation)
    {
        yield return ("Taux et délais moyens",
            "Calculés à partir de deux indicateurs : somme des numérateurs divisée par somme des dénominateurs, jamais une moyenne de taux. " +
            "Un dénominateur nul ne donne pas de valeur." +
            (evaluation.Indicators.Any(i => i.Definition.Aggregation == AggregationRule.Average)
                ? " Ce que le service transmet déjà calculé ne peut qu’être moyenné : sa définition dit comment."
                : ""));
        yield return ("Évolution à périmètre constant",
            "Ne compare que ce qui est connu les deux années, membre par membre et période par période. " +
            "L’évolution d’un pourcentage s’exprime en points (pt)." +
            (evaluation.Indicators.Any(i => YearComparison.IsOfServiceOverMembers(i.Definition, evaluation.Dossier.Catalogue))
                ? " Ce qui est du service, rapporté à ses membres, se compare chaque année sur son périmètre."
                : ""));
        yield return ("États par rapport à la cible",
            "Atteinte : 100 % ou plus de la cible. Proche : de 90 à moins de 100 %. Non atteinte : moins de 90 %. " +
            "Non conclue : moins de 80 % des valeurs attendues ont été reçues, il en manque à une somme, ou trop peu de personnes ont répondu.");
        yield return ("Confiance",
            "Élevée à partir de 95 % des valeurs attendues, moyenne à partir de 80 %, faible en dessous.");
        yield return ("Signes",
            Figure.SignsText);
        yield return ("Arrondis",
            "Une seule fois, à la fin du calcul, au plus proche (les demis s’éloignent de zéro). " +
            "Les totaux sont exacts ; des pourcentages arrondis peuvent ne pas faire 100,0.");
        if (evaluation.Costs is not null)
        {
            yield return ("Coût complet",
                "Personnel, fournitures, renouvellement des biens, contrats de services, environnement de travail, " +
                "frais de structure et autres charges, en euros courants.");
        }

        if (Sources(evaluation) is { Count: > 0 } sources)
        {
            yield return ("Population", $"Population totale légale. Source : {FrenchText.List(sources)}.");
        }
    }

    private static List<string> Sources(AnnualEvaluation evaluation) =>
        [.. evaluation.Perimeter.Participants
            .Select(p => p.Member.PopulationIn(evaluation.Dossier.Year, PopulationKind.Totale)?.Source)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(ReportText.Prose)];
}
