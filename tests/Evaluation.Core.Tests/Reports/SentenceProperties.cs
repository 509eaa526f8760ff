using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Tests.Reports;

/// <summary>What no page of a report may contradict, whatever the service: a hostile reader has the page and nothing else.</summary>
public sealed class SentenceProperties
{
    [Fact]
    public void The_services_drawn_hold_all_that_is_promised_of_them()
    {
        var drawn = DrawnReports.Some();
        var lines = drawn.SelectMany(d => DrawnReports.Lines(d.Report)).ToList();
        var criteria = drawn.SelectMany(d => d.Evaluation.Criteria).ToList();
        var trends = drawn.SelectMany(d => d.Report.Activity.Trends.Concat(d.Report.Quality.Trends)).ToList();
        var asked = drawn.SelectMany(d => d.Report.Summary.Asked).ToList();

        Assert.Contains(lines, l => l is { Compared: not null, Change.Value: not null });
        Assert.Contains(lines, l => l is { Compared: null, Change.Value: not null });
        Assert.Contains(lines, l => l.Series.Any(p => p is { IsPartial: true, Value.Value: not null }));
        Assert.Contains(lines, l => l.IsMissedMostly);
        Assert.All(Enum.GetValues<Verdict>(), v => Assert.Contains(criteria, c => c.Verdict == v));
        Assert.Contains(criteria, c => c is { Verdict: Verdict.Mitige, Score: >= 0.7m });
        Assert.All(
            ["Tendance", "Stable", "Sans tendance nette", "Une année ne fait pas une tendance", "Moins de quatre périodes"],
            start => Assert.Contains(trends, t => t.StartsWith(start, StringComparison.Ordinal)));
        Assert.All(
            ["Régulariser la convention", "Décider de la suite de la convention", "Dire avant le", "Décider de la suite du service"],
            start => Assert.Contains(asked, a => a.StartsWith(start, StringComparison.Ordinal)));
        Assert.Contains(drawn, d => d.Evaluation.End is not null);
        Assert.Contains(drawn, d => d.Evaluation.Completeness.IsTooLow);
        Assert.Contains(lines, l => l.Answers is { AreTooFew: true });
        Assert.Contains(lines, l => l.Answers is { AreTooFew: false });
        Assert.Contains(drawn.SelectMany(d => d.Evaluation.Indicators), i => i is
        {
            Followed.Target: null, Definition: { Direction: not Direction.Neutral, Aggregation: AggregationRule.Sum }, Comparison: { Current: < 5 and > 0, Previous: < 5 },
        });
    }

    [Fact]
    public void Every_change_shown_is_found_again_from_the_two_figures_shown_with_it() => DrawnReports.Hold((_, report) =>
        DrawnReports.Lines(report).All(l => IsFoundAgain(l.Change, l.Value, l.Previous, l.Compared, l)
            && l.Series.All(p => IsFoundAgain(p.Change, p.Value, p.Previous, p.Compared, l))));

    [Fact]
    public void Every_change_of_equality_is_the_difference_of_the_coefficients_beside_it() => DrawnReports.Hold((_, report) =>
        report.Quality.Equality.All(r => r.Change.Value is null || r.Change.Value == r.Coefficient.Value - r.Previous.Value));

    [Fact]
    public void No_criterion_is_concluded_below_eighty_percent_of_the_values_due() => DrawnReports.Hold((evaluation, _) =>
        (!evaluation.Completeness.IsTooLow || evaluation.Criteria.All(c => c.Verdict == Verdict.NonEvaluable))
        && evaluation.Criteria.All(c => c.Verdict == Verdict.NonEvaluable || c.Confidence != Confidence.Faible));

    [Fact]
    public void Nothing_is_judged_that_rests_on_less_than_eighty_percent_of_a_part() => DrawnReports.Hold((evaluation, report) =>
        evaluation.Indicators.All(i => !Parts(evaluation, i.Definition).Any(r => r.Confidence == Confidence.Faible)
            || (i.Status is TargetStatus.NoTarget or TargetStatus.NotKnown or TargetStatus.NotConclusive
                && evaluation.Criteria.SelectMany(c => c.Evidence).All(e => e.Code != i.Definition.Code || e.Judgement == Judgement.Manquant)
                && DrawnReports.Lines(report).Single(l => l.Code == i.Definition.Code).State
                    is TargetStatus.NoTarget or TargetStatus.NotKnown or TargetStatus.NotConclusive)));

    [Fact]
    public void No_course_has_its_lowest_and_its_highest_value_in_one_place() => DrawnReports.Hold((_, report) =>
        new[] { report.Activity.Course, report.Quality.Course }.OfType<SeriesFigure>().All(figure =>
            figure.Drawing().Description.Contains("Plus bas", StringComparison.Ordinal)
                == (figure.Line.Series.Select(p => p.WholeValue).OfType<decimal>().Distinct().Count() > 1)));

    [Fact]
    public void Percentages_of_percentages_are_told_nowhere() => DrawnReports.Hold((evaluation, _) =>
        evaluation.Criteria.SelectMany(c => c.Evidence).All(e =>
            evaluation.Indicators.FirstOrDefault(i => i.Definition.Code == e.Code)?.Definition.UnitLabel != "%"
            || !e.Reading.Contains("atteinte à", StringComparison.Ordinal)));

    [Fact]
    public void The_population_served_is_told_with_its_year() => DrawnReports.Hold((evaluation, report) =>
        evaluation.Perimeter is not { PopulationServed: not null, Participants.Count: > 0, Vintage: { } vintage }
        || (report.Perimeter.Sentences[0].Contains($"(population totale de {ReportText.Year(vintage)})", StringComparison.Ordinal)
            && report.Perimeter.Movements.All(m => m.Population.Value is null
                || m.Population.Value == evaluation.Dossier.Community.Find(m.Member.Siren)!.InhabitantsOf(vintage, PopulationKind.Totale))));

    [Fact]
    public void No_evidence_is_given_twice() => DrawnReports.Hold((evaluation, _) =>
    {
        var facts = evaluation.Criteria.SelectMany(c => c.Evidence).Select(e => RegisterEvidence.SaidBy(e.Code) ?? e.Code).ToList();
        return facts.Count == facts.Distinct(StringComparer.Ordinal).Count();
    });

    [Fact]
    public void No_criterion_is_favourable_beside_a_target_that_the_report_calls_missed() => DrawnReports.Hold((evaluation, report) =>
        DrawnReports.Lines(report).Where(l => l.State == TargetStatus.Missed).All(l =>
            Catalogue.Standard[l.Code] is var definition
            && (definition.Direction == Direction.Neutral
                || evaluation.Criteria.Single(c => c.Criterion == definition.Criterion).Verdict != Verdict.Favorable)));

    [Fact]
    public void What_the_summary_praises_it_does_not_blame() => DrawnReports.Hold((_, report) =>
        !report.Summary.GoesWell.Select(Head).Intersect(report.Summary.GoesWrong.Select(Head), StringComparer.Ordinal).Any());

    [Fact]
    public void What_the_summary_praises_or_blames_the_criteria_judge_alike() => DrawnReports.Hold((evaluation, report) =>
        evaluation.Criteria.SelectMany(c => c.Evidence).All(e =>
            report.Summary.GoesWell.Where(w => IsAbout(w, e)).All(_ => e.Judgement == Judgement.Favorable)
            && report.Summary.GoesWrong.Where(w => IsAbout(w, e)).All(w => e.Judgement != Judgement.Favorable
                || w.EndsWith("mais le résultat se dégrade.", StringComparison.Ordinal)
                || w.EndsWith("il en reste, même s’il y en a moins.", StringComparison.Ordinal))));

    [Fact]
    public void What_a_criterion_holds_against_the_service_is_told_or_counted_on_page_one() => DrawnReports.Hold((evaluation, report) =>
        report.Summary.GoesWrong[^1].StartsWith("Et ", StringComparison.Ordinal)
        || evaluation.Criteria.SelectMany(c => c.Evidence)
            .Where(e => e.Judgement == Judgement.Defavorable && e.Code is not ("prevision" or "economie"))
            .All(e => report.Summary.GoesWrong.Any(w => IsAbout(w, e))));

    [Fact]
    public void Counts_under_five_speak_neither_against_a_service_nor_for_it_but_for_what_could_not_be_better() => DrawnReports.Hold((evaluation, report) =>
        evaluation.Criteria.SelectMany(c => c.Evidence).All(e =>
            evaluation.Find(e.Code) is not { Followed.Target: null, Definition: { Decimals: 0, Aggregation: AggregationRule.Sum } definition, Comparison: { Current: < 5, Previous: < 5 } c }
            || (e.Judgement is Judgement.Information or Judgement.Manquant
                ? !report.Summary.GoesWell.Any(w => IsAbout(w, e))
                : e.Judgement == Judgement.Favorable && c.Current == (definition.Direction == Direction.HigherIsBetter ? definition.Max : definition.Min))));

    [Fact]
    public void Fewer_than_five_answers_are_told_by_their_number_and_never_as_a_percentage() => DrawnReports.Hold((evaluation, report) =>
        DrawnReports.Lines(report).All(l => l.Answers is not { AreTooFew: true } few
            || (l is { Value.Value: null, Value.Absence: Absence.NotApplicable, Change.Value: null, State: TargetStatus.NoTarget or TargetStatus.NotConclusive }
                && l.Series.All(p => p.Value.Value is null)
                && evaluation.Criteria.SelectMany(c => c.Evidence).Where(e => e.Code == l.Code).All(e =>
                    e.Judgement is Judgement.Information or Judgement.Manquant && e.Reading.StartsWith(Typography.Fix(few.InWords()), StringComparison.Ordinal))))
        && report.Summary.GoesWell.Concat(report.Summary.GoesWrong).All(s =>
            DrawnReports.Lines(report).All(l => l.Answers is not { AreTooFew: true } || !s.StartsWith(l.Label, StringComparison.Ordinal))));

    [Fact]
    public void What_could_not_be_better_is_not_mixed() => DrawnReports.Hold((evaluation, _) =>
        evaluation.Criteria.SelectMany(c => c.Evidence).All(e => e.Judgement != Judgement.Mitige
            || evaluation.Find(e.Code) is not { Followed.Target: null, Comparison: { } c } result
            || decimal.Round(c.Current, result.Definition.Decimals, MidpointRounding.AwayFromZero)
                != (result.Definition.Direction == Direction.HigherIsBetter ? result.Definition.Max : result.Definition.Min)));

    [Fact]
    public void Durability_is_not_favourable_once_the_notice_has_begun_or_the_convention_is_over() => DrawnReports.Hold((evaluation, report) =>
    {
        var asked = report.Summary.Asked.Any(a => a.StartsWith("Régulariser la convention", StringComparison.Ordinal)
            || a.Contains("le préavis est déjà entamé", StringComparison.Ordinal));
        var verdict = evaluation.Criteria.Single(c => c.Criterion == EvaluationCriterion.Durabilite).Verdict;
        return !asked || verdict != Verdict.Favorable;
    });

    [Fact]
    public void A_convention_is_not_said_to_renew_tacitly_and_to_end() => DrawnReports.Hold((evaluation, report) =>
    {
        var words = report.Summary.Asked.Concat(evaluation.Criteria.SelectMany(c => c.Evidence).Select(e => e.Reading)).ToList();
        var isTacit = evaluation.Dossier.Mutualisation.ConventionOn(evaluation.Dossier.AsOf) is { Renewal: ConventionRenewal.Tacite };
        return !isTacit || !words.Exists(w => w.Contains("prend fin", StringComparison.Ordinal) || w.Contains("a pris fin", StringComparison.Ordinal));
    });

    [Fact]
    public void A_service_whose_end_is_decided_is_not_asked_what_to_do_next() => DrawnReports.Hold((evaluation, report) =>
        evaluation.End is null
        || (report.Criteria.Proposal is null
            && !report.Summary.Asked.Any(a => a.StartsWith("Décider de la suite", StringComparison.Ordinal))
            && report.Summary.Sentence.Contains(evaluation.End.Sentence, StringComparison.Ordinal)));

    [Fact]
    public void No_partial_value_is_drawn_or_called_the_lowest() => DrawnReports.Hold((_, report) =>
        new[] { report.Activity.Course, report.Quality.Course }.OfType<SeriesFigure>().All(figure =>
        {
            var drawing = figure.Drawing();
            var whole = figure.Line.Series.Where(p => p is { IsPartial: false, Value.Value: not null }).ToList();
            var head = whole.Count == 1 ? "Seule valeur entière" : whole.Select(p => p.Value.Value).Distinct().Count() == 1 ? "Même valeur" : "Plus bas";
            return figure.Line.Series.Select((p, i) => !p.IsPartial || drawing.Current.Points[i].Value is null).All(isLeftOut => isLeftOut)
                && (whole.Count == 0 || drawing.Description.Contains($"{head}\u00A0: {whole.MinBy(p => p.Value.Value)!.Label}", StringComparison.Ordinal));
        })
        && new[] { report.Activity.ByMember, report.Quality.ByMember }.OfType<MembersFigure>().All(figure =>
            figure.Drawing().Rows.Zip(figure.Sorted).All(row => !row.Second.IsPartial || row.First.Value is null)));

    [Fact]
    public void A_sentence_about_savings_is_no_sentence_about_the_criteria() => DrawnReports.Hold((evaluation, report) =>
        report.Summary.Costs.Concat(report.Savings?.Sentences ?? []).Concat(evaluation.Criteria.SelectMany(c => c.Evidence).Select(e => e.Reading))
            .All(s => !s.Contains("as de verdict", StringComparison.Ordinal) || s.Contains("as de verdict sur les économies", StringComparison.Ordinal)));

    private static bool IsFoundAgain(Figure change, Figure value, Figure previous, ComparedFigures? compared, IndicatorLine line)
    {
        if (change.Value is not { } shown)
        {
            return true;
        }

        var (now, before) = compared is null ? (value.Value, previous.Value) : (compared.Current, compared.Previous);
        return now is { } n && before is { } b && shown == (line.Unit == "%"
            ? n - b
            : decimal.Round((n - b) / Math.Abs(b) * 100, 1, MidpointRounding.AwayFromZero));
    }

    private static IEnumerable<Received> Parts(AnnualEvaluation evaluation, IndicatorDefinition definition) =>
        Catalogue.PartsOf(definition).Prepend(definition.Code)
            .Select(code => evaluation.Completeness.ByIndicator.FirstOrDefault(i => i.Definition.Code == code)?.Received)
            .OfType<Received>();

    private static bool IsAbout(string sentence, Evidence evidence) =>
        sentence.StartsWith($"{evidence.Label}\u00A0:", StringComparison.Ordinal);

    // « Délai moyen d’instruction : … » names what it is about before the colon.
    private static string Head(string sentence) => sentence.Split('\u00A0')[0];
}
