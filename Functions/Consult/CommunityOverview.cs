using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Functions.Report;

namespace Evaluation.Functions.Consult;

/// <summary>The line of a service in the list of a community.</summary>
public sealed record OverviewRow(
    string Id,
    string Label,
    string LegalForm,
    string Members,
    TargetStatus State,
    string Targets,
    string Cost,
    string CostChange,
    IndicatorLine? Main,
    Sparkline? Course,
    string Completeness,
    ReportIssue? Latest);

/// <summary>Something a director should know before reading.</summary>
public sealed record OverviewAlert(TargetStatus State, string Subject, string Sentence);

/// <summary>What a director sees first of a community.</summary>
/// <param name="Count">Services there are, listed or not.</param>
/// <param name="Rows">Those whose name is looked for.</param>
/// <param name="Alerts">Of all services, whatever is looked for; the gravest first.</param>
/// <param name="Dates">The first to come, of all services and of the community.</param>
public sealed record CommunityOverview(
    int Count, IReadOnlyList<OverviewRow> Rows, IReadOnlyList<OverviewAlert> Alerts, IReadOnlyList<DateToCome> Dates)
{
    private const int MostDates = 6;

    /// <summary>The overview; a search narrows the list and hides neither alert nor date.</summary>
    /// <param name="community">Whose services they are.</param>
    /// <param name="services">All that the reader may see.</param>
    /// <param name="search">Part of a name; null for all.</param>
    /// <param name="today">In Europe/Paris.</param>
    internal static CommunityOverview Of(
        Community community, IReadOnlyList<ServiceYear> services, string? search, DateOnly today) => new(
        services.Count,
        [.. services.Where(s => IsNamed(s, search)).Select(Row)],
        [.. services.SelectMany(s => AlertsOf(s, today)).OrderByDescending(a => a.State == TargetStatus.Missed)],
        DateToCome.First(
            community,
            services.SelectMany(s => ServiceDeadlines.Next(s.Evaluation.Dossier, today)
                .Select(deadline => (deadline, s.Report.Cover.Label))),
            CommunityDeadlines.Next(community, today),
            MostDates));

    private static bool IsNamed(ServiceYear service, string? search) => search is null
        || service.Report.Cover.Label.Contains(Typography.Apostrophes(search), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<IndicatorLine> Aimed(AnnualReport report) =>
        report.Quality.Lines.Concat(report.Activity.Lines).Concat(report.Costs.Lines).Where(l => l.Target is not null);

    private static List<IndicatorLine> Judged(AnnualReport report) =>
        [.. Aimed(report).Where(l => l.State is TargetStatus.Reached or TargetStatus.Close or TargetStatus.Missed)];

    private static OverviewRow Row(ServiceYear service)
    {
        var report = service.Report;
        IReadOnlyList<IndicatorLine> judged = service.Evaluation.WhyNotEvaluated is null ? Judged(report) : [];
        var main = report.Quality.Course?.Line ?? report.Activity.Course?.Line;
        return new OverviewRow(
            service.Mutualisation.Id,
            report.Cover.Label,
            report.Cover.LegalForm,
            Members(service),
            Worst(judged),
            Targets(service, judged),
            report.Costs.Full is { } full ? FrenchNumber.Format(full / 1000, 1) : Figure.NotApplicableText,
            report.Costs.Total?.Change is { Value: { } change } ? FrenchNumber.SignedPercent(change) : Figure.NotApplicableText,
            main,
            main is null ? null : new Sparkline([.. main.Series.Select(p => p.WholeValue)]),
            service.Evaluation.Completeness.Total.Rate is { } rate ? FrenchNumber.Percent(rate * 100) : Figure.NotApplicableText,
            service.Issues is [.., var latest] ? latest : null);
    }

    // A target without a value that may be judged is neither reached nor missed, and is there all the same.
    private static string Targets(ServiceYear service, IReadOnlyList<IndicatorLine> judged)
    {
        if (service.Evaluation.WhyNotEvaluated is not null)
        {
            return "non évalué";
        }

        var unjudged = Aimed(service.Report).Count() - judged.Count;
        var open = FrenchText.Count(unjudged, "cible sans verdict", "cibles sans verdict");
        return judged.Count == 0
            ? unjudged == 0 ? "sans cible" : open
            : $"{FrenchText.OutOf(judged.Count(l => l.State == TargetStatus.Reached), judged.Count)}{(unjudged == 0 ? "" : $", {open}")}";
    }

    private static string Members(ServiceYear service)
    {
        var perimeter = service.Evaluation.Perimeter;
        return perimeter.MembersAtEnd == perimeter.CommunesAtEnd
            ? FormattableString.Invariant($"{perimeter.CommunesAtEnd} sur {perimeter.EligibleCommunes}")
            : FrenchText.Count(perimeter.MembersAtEnd, "membre", "membres");
    }

    private static TargetStatus Worst(IReadOnlyList<IndicatorLine> judged)
    {
        if (judged.Count == 0)
        {
            return TargetStatus.NoTarget;
        }

        return judged.Any(l => l.State == TargetStatus.Missed) ? TargetStatus.Missed
            : judged.Any(l => l.State == TargetStatus.Close) ? TargetStatus.Close
            : TargetStatus.Reached;
    }

    private static IEnumerable<OverviewAlert> AlertsOf(ServiceYear service, DateOnly today)
    {
        if (service.Evaluation.WhyNotEvaluated is not null)
        {
            yield break;
        }

        var report = service.Report;
        foreach (var line in Judged(report).Where(l => l.State == TargetStatus.Missed))
        {
            yield return new OverviewAlert(
                TargetStatus.Missed,
                "Cible manquée",
                $"{report.Cover.Label} : {line.Label}, {line.Quantity(line.Value.Value!.Value)} pour une cible {line.Target!.InWords(line.Decimals, line.Unit)}.");
        }

        if (service.Evaluation.End is null && ConventionTerm.Of(service.Mutualisation, today) is { } term)
        {
            yield return new OverviewAlert(
                term is { State: ConventionTermState.Renewed } or { State: ConventionTermState.Near, IsTacit: true }
                    ? TargetStatus.Close
                    : TargetStatus.Missed,
                "Échéance de convention",
                $"{report.Cover.Label} : {term.Sentence}");
        }

        var contested = service.Evaluation.Dossier.UnitsOf(report.Cover.Year).Where(u => u.State == UnitsState.Contested).ToList();
        if (contested.Count > 0)
        {
            yield return new OverviewAlert(
                TargetStatus.Missed,
                "Unités contestées",
                $"{report.Cover.Label} : {FrenchText.List([.. contested.Select(u => $"{Typography.Apostrophes(u.Units.Member.Name)} ({FrenchPeriod.InItsYear(u.Units.Period)})")])}, sans réponse du service.");
        }

        var received = service.Evaluation.Completeness.Total;
        if (received is { Rate: { } rate, Confidence: not Confidence.Elevee })
        {
            yield return new OverviewAlert(
                received.Confidence == Confidence.Faible ? TargetStatus.Missed : TargetStatus.Close,
                "Complétude insuffisante",
                $"{report.Cover.Label} : {FrenchNumber.Percent(rate * 100)} des valeurs attendues. Sous 80 %, aucune conclusion n’est tirée.");
        }

        if (report.Split.Obstacle is { } obstacle && report.Costs.Full is not null && service.Mutualisation.LegalFormIn(report.Cover.Year).SharesCosts())
        {
            yield return new OverviewAlert(TargetStatus.Missed, "Répartition impossible", $"{report.Cover.Label} : {obstacle}");
        }
    }
}
