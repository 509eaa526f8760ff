using System.Globalization;
using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Versions;

/// <summary>Puts members, rules and definitions of an evaluation into words that compare.</summary>
internal static class BaseTerms
{
    public static IReadOnlyList<BaseTerm> Of(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        return
        [
            .. OfMembers(dossier),
            .. OfForm(dossier.Mutualisation, dossier.Year),
            .. dossier.Mutualisation.ConventionsIn(Period.OfYear(dossier.Year))
                .SelectMany(span => OfConvention(span.Convention, dossier.Community, dossier.Catalogue)),
            .. evaluation.Indicators.SelectMany(i => OfIndicator(i.Followed, dossier.Catalogue)),
            new BaseTerm(
                TermTopic.Completeness, "expected", "Valeurs attendues", FrenchNumber.Format(evaluation.Completeness.Total.Expected)),
        ];
    }

    // Who takes part, and the inhabitants of all, in the year and the one before: what comes later changes nothing of them.
    private static IEnumerable<BaseTerm> OfMembers(Dossier dossier)
    {
        var years = new[] { Period.OfYear(dossier.Year - 1), Period.OfYear(dossier.Year) };
        var counts = new CountsInUse(dossier.Community, dossier.Mutualisation, dossier.Year);
        return dossier.Community.Members.SelectMany(member => OfMember(
            member,
            [.. dossier.Mutualisation.Memberships.Where(m => m.Member == member.Siren && years.Any(year => m.DaysIn(year) > 0)).OrderBy(m => m.From)],
            [.. member.Populations.Where(counts.Holds)]));
    }

    private static IEnumerable<BaseTerm> OfMember(
        Member member, IReadOnlyList<Membership> memberships, IReadOnlyList<Population> populations)
    {
        if (memberships.Count > 0)
        {
            yield return Term("takes-part", "participation", FrenchText.List([.. memberships.Select(InWords)]));
        }

        foreach (var population in populations)
        {
            var kind = population.Kind.Label();
            var year = population.Year.ToString(CultureInfo.InvariantCulture);
            yield return Term(
                $"{kind}-{year}",
                $"{kind} de {year}",
                FrenchText.Count(population.Inhabitants, "habitant", "habitants"));
        }

        BaseTerm Term(string id, string label, string text) => new(TermTopic.Members, $"{member.Siren}-{id}", $"{member.Name}, {label}", text);
    }

    private static string InWords(Membership membership)
    {
        var dates = membership.To is { } end
            ? $"du {FrenchDate.InWords(membership.From)} au {FrenchDate.InWords(end.AddDays(-1))}"
            : $"depuis le {FrenchDate.InWords(membership.From)}";
        return membership.ShareOfPost is { } share ? $"{dates} pour {FrenchNumber.FormatShort(share, 4)} poste" : dates;
    }

    private static IEnumerable<BaseTerm> OfForm(Mutualisation mutualisation, int year)
    {
        yield return new BaseTerm(TermTopic.Rules, "form", "Forme juridique", mutualisation.LegalFormIn(year).Label());
        if (mutualisation.Posts is { } posts)
        {
            yield return new BaseTerm(TermTopic.Rules, "posts", "Postes partagés", FrenchNumber.FormatShort(posts, 4));
        }
    }

    private static IEnumerable<BaseTerm> OfConvention(Convention convention, Community community, Catalogue catalogue)
    {
        var since = $"convention du {FrenchDate.InWords(convention.EffectiveOn)}";
        yield return Term("dates", "Durée", convention.EndsOn is { } end
            ? $"du {FrenchDate.InWords(convention.StartsOn)} au {FrenchDate.InWords(end)}"
            : $"depuis le {FrenchDate.InWords(convention.StartsOn)}, sans terme");
        yield return Term("settlement", "Paiement", convention.Settlement switch
        {
            SettlementMode.AcImputation => "imputation sur l’attribution de compensation",
            SettlementMode.TitreRecette => "titre de recettes",
            SettlementMode.Gratuit => "gratuit",
        });
        foreach (var (id, label, text) in convention.Allocation is { } key ? KeyWords.Of(key, community, catalogue) : [])
        {
            yield return Term(id, label, text);
        }

        BaseTerm Term(string id, string label, string text) =>
            new(TermTopic.Rules, $"{convention.EffectiveOn:yyyy-MM-dd}-{id}", $"{label} ({since})", text);
    }

    private static IEnumerable<BaseTerm> OfIndicator(FollowedIndicator followed, Catalogue catalogue)
    {
        var definition = followed.Definition;
        yield return Term("label", "libellé", definition.Label);
        yield return Term("definition", "définition", definition.Definition);
        yield return Term("unit", "unité", definition.UnitLabel);
        yield return Term("periodicity", "périodicité", definition.Periodicity.Label());
        yield return Term("way", "calcul", Way(definition, catalogue));
        yield return Term("target", "cible", followed.Target is { } target
            ? $"{FrenchNumber.FormatShort(target.Value, target.Value.Scale)} {(target.IsMaximum ? "au plus" : "au moins")}"
            : "aucune");

        BaseTerm Term(string id, string label, string text) =>
            new(TermTopic.Definitions, $"{definition.Code}-{id}", $"{definition.Code}, {label}", text);
    }

    private static string Way(IndicatorDefinition definition, Catalogue catalogue) => definition.Aggregation switch
    {
        AggregationRule.Sum => "somme",
        AggregationRule.Last => "dernière valeur connue",
        AggregationRule.Average => definition.Weight is { } weight ? $"moyenne pondérée par « {catalogue[weight].Label} » ({weight})" : "moyenne simple",
        AggregationRule.Ratio =>
            $"« {catalogue[definition.Numerator!].Label} » ({definition.Numerator}) ÷ « {catalogue[definition.Denominator!].Label} » ({definition.Denominator})"
            + (definition.Factor == 1 ? "" : $" × {FrenchNumber.FormatShort(definition.Factor, 4)}"),
    };
}
