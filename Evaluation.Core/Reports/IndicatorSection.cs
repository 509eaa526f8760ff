using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>Indicators of some families, and their charts.</summary>
/// <param name="Notes">What the reader must know, why something is not there.</param>
/// <param name="Lines">In the order of the mutualisation.</param>
/// <param name="Course">Over time; null when nothing can be drawn.</param>
/// <param name="ByMember">Member by member; null when nothing can be drawn.</param>
public sealed record IndicatorSection(
    IReadOnlyList<string> Notes, IReadOnlyList<IndicatorLine> Lines, SeriesFigure? Course, MembersFigure? ByMember)
{
    /// <summary>Member by member and month by month; null when nothing is collected that way.</summary>
    public MonthsFigure? ByMonth { get; init; }

    /// <summary>Where series go over two years, in words; empty when nothing is known.</summary>
    public IReadOnlyList<string> Trends { get; init; } = [];

    /// <summary>How alike communes are served, by indicator; empty when fewer than three communes are known.</summary>
    public IReadOnlyList<EqualityRow> Equality { get; init; } = [];
}

/// <summary>Writes the two sections of indicators.</summary>
internal static class IndicatorSections
{
    public static IndicatorSection Activity(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> all)
    {
        var lines = Of(all, IndicatorFamily.Activite, IndicatorFamily.Moyens, IndicatorFamily.Impact);
        var course = FigureRules.Activity([.. lines.Where(l => l.Family == IndicatorFamily.Activite)]);
        var byMember = FigureRules.ActivityByMember(lines, evaluation.Dossier);
        return Section(
            evaluation,
            lines,
            "Aucun indicateur d’activité n’est suivi.",
            ("activite", course),
            ("activite-membres", byMember)) with
        {
            ByMonth = FigureRules.ByMonth(byMember, course) is { } monthly
                ? MonthsFigures.Of("activite-mois", evaluation, monthly)
                : null,
            Trends = TrendSentence.Of(evaluation, lines),
        };
    }

    public static IndicatorSection Quality(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> all)
    {
        var lines = Of(
            all, IndicatorFamily.Delai, IndicatorFamily.Qualite, IndicatorFamily.Satisfaction, IndicatorFamily.Securite);
        return Section(
            evaluation,
            lines,
            "Aucun indicateur de délai, de qualité, de satisfaction ou de sécurité n’est suivi.",
            ("qualite", FigureRules.Quality(lines)),
            ("qualite-membres", FigureRules.QualityByMember(lines))) with
        {
            Trends = TrendSentence.Of(evaluation, lines),
            Equality = EqualityRows.Of(evaluation, lines),
        };
    }

    private static IReadOnlyList<IndicatorLine> Of(IReadOnlyList<IndicatorLine> all, params IndicatorFamily[] families) =>
        [.. all.Where(l => families.Contains(l.Family))];

    private static IndicatorSection Section(
        AnnualEvaluation evaluation,
        IReadOnlyList<IndicatorLine> lines,
        string nothingFollowed,
        (string Name, IndicatorLine? Line) course,
        (string Name, IndicatorLine? Line) byMember)
    {
        var year = evaluation.Dossier.Year;
        return new IndicatorSection(
            Notes(evaluation, lines, nothingFollowed),
            lines,
            course.Line is { } line ? SeriesFigure.Of(course.Name, line, year) : null,
            byMember.Line is { } bars
                ? MembersFigure.Of(
                    byMember.Name,
                    bars,
                    year,
                    PerimeterSections.AreCommunes(evaluation),
                    members => evaluation.Over(
                        evaluation.Find(bars.Code)!.Definition, Period.OfYear(year), [.. members.Select(m => Siren.Parse(m.Siren))]))
                : null);
    }

    private static List<string> Notes(
        AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines, string nothingFollowed)
    {
        if (lines.Count == 0)
        {
            return [nothingFollowed];
        }

        var (year, before) = (ReportText.Year(evaluation.Dossier.Year), ReportText.Year(evaluation.Dossier.Year - 1));
        var notes = new List<string>();
        if (lines.All(l => l is { Value.Value: null, Answers: null }))
        {
            notes.Add($"Aucune valeur n’est connue pour {year} : les indicateurs sont listés, rien n’en est conclu.");
        }
        else if (lines.All(l => l is { Previous.Value: null, PreviousAnswers: null }))
        {
            notes.Add($"Aucune valeur n’est connue pour {before} : il n’y a pas de comparaison.");
        }

        if (evaluation.Perimeter.Participants.Count == 1)
        {
            notes.Add("Le service a un seul membre : il n’y a pas de comparaison entre membres.");
        }

        return [.. notes.Select(ReportText.Prose)];
    }
}
