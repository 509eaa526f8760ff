using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Calendar;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult;

/// <summary>The line of a service in the list of a community.</summary>
public sealed record OverviewRow(
    string Id,
    string Label,
    string LegalForm,
    string Members,
    TargetState State,
    string Targets,
    string Cost,
    string CostChange,
    IndicatorLine? Main,
    Sparkline? Course,
    string Completeness,
    ReportVersion? Latest);

/// <summary>Something a director should know before reading.</summary>
public sealed record OverviewAlert(TargetState State, string Subject, string Sentence);

/// <summary>A date to come.</summary>
public sealed record OverviewDate(DateOnly On, string What);

/// <summary>What a director sees first of a community.</summary>
/// <param name="Count">Services there are, listed or not.</param>
/// <param name="Rows">Those whose name is looked for.</param>
/// <param name="Alerts">Of all services, whatever is looked for; the gravest first.</param>
/// <param name="Dates">The first to come of all services.</param>
public sealed record CommunityOverview(
    int Count, IReadOnlyList<OverviewRow> Rows, IReadOnlyList<OverviewAlert> Alerts, IReadOnlyList<OverviewDate> Dates)
{
    private const int MostDates = 6;
    private const decimal GoodCompleteness = 0.95m;

    /// <summary>The overview; a search narrows the list and hides neither alert nor date.</summary>
    /// <param name="services">All that the reader may see.</param>
    /// <param name="search">Part of a name; null for all.</param>
    /// <param name="today">In Europe/Paris.</param>
    internal static CommunityOverview Of(IReadOnlyList<ServiceYear> services, string? search, DateOnly today) => new(
        services.Count,
        [.. services.Where(s => IsNamed(s, search)).Select(Row)],
        [.. services.SelectMany(s => AlertsOf(s, today)).OrderByDescending(a => a.State == TargetState.NonAtteinte)],
        [.. services.SelectMany(s => DatesOf(s, today)).Append(MayorsReport(today)).OrderBy(d => d.On).Take(MostDates)]);

    private static bool IsNamed(ServiceYear service, string? search) => search is null
        || service.Report.Cover.Label.Contains(Typography.Apostrophes(search), StringComparison.OrdinalIgnoreCase);

    private static List<IndicatorLine> Judged(AnnualReport report) =>
    [
        .. report.Quality.Lines.Concat(report.Activity.Lines).Concat(report.Costs.Lines)
            .Where(l => l.State is TargetState.Atteinte or TargetState.Proche or TargetState.NonAtteinte),
    ];

    private static OverviewRow Row(ServiceYear service)
    {
        var report = service.Report;
        var judged = Judged(report);
        var main = report.Quality.Course?.Line ?? report.Activity.Course?.Line;
        return new OverviewRow(
            service.Mutualisation.Id,
            report.Cover.Label,
            service.Mutualisation.LegalForm.Label(),
            Members(service),
            Worst(judged),
            judged.Count == 0
                ? "sans cible"
                : FormattableString.Invariant($"{judged.Count(l => l.State == TargetState.Atteinte)} sur {judged.Count}"),
            report.Costs.Full is { } full ? FrenchNumber.Format(full / 1000, 1) : Figure.NotApplicableText,
            report.Costs.Total?.Change is { Value: { } change } ? FrenchNumber.SignedPercent(change) : Figure.NotApplicableText,
            main,
            main is null ? null : new Sparkline([.. main.Series.Select(p => p.WholeValue)]),
            service.Evaluation.Completeness.Total.Rate is { } rate ? FrenchNumber.Percent(rate * 100) : Figure.NotApplicableText,
            service.Issues is [.., var latest] ? latest.Version : null);
    }

    private static string Members(ServiceYear service)
    {
        var perimeter = service.Evaluation.Perimeter;
        return perimeter.MembersAtEnd == perimeter.CommunesAtEnd
            ? FormattableString.Invariant($"{perimeter.CommunesAtEnd} sur {perimeter.EligibleCommunes}")
            : FrenchText.Count(perimeter.MembersAtEnd, "membre", "membres");
    }

    private static TargetState Worst(List<IndicatorLine> judged)
    {
        if (judged.Count == 0)
        {
            return TargetState.SansCible;
        }

        return judged.Exists(l => l.State == TargetState.NonAtteinte) ? TargetState.NonAtteinte
            : judged.Exists(l => l.State == TargetState.Proche) ? TargetState.Proche
            : TargetState.Atteinte;
    }

    private static IEnumerable<OverviewAlert> AlertsOf(ServiceYear service, DateOnly today)
    {
        var report = service.Report;
        foreach (var line in Judged(report).Where(l => l.State == TargetState.NonAtteinte))
        {
            yield return new OverviewAlert(
                TargetState.NonAtteinte,
                "Cible manquée",
                $"{report.Cover.Label} : {line.Label}, {line.Quantity(line.Value.Value!.Value)} pour une cible {line.Target!.InWords(line.Decimals, line.Unit)}.");
        }

        if (service.Evaluation is { End: null, WhyNotEvaluated: null } && ConventionTerm.Of(service.Mutualisation, today) is { } term)
        {
            yield return new OverviewAlert(
                term is { State: ConventionTermState.Renewed } or { State: ConventionTermState.Near, IsTacit: true }
                    ? TargetState.Proche
                    : TargetState.NonAtteinte,
                "Échéance de convention",
                $"{report.Cover.Label} : {term.Sentence}");
        }

        var received = service.Evaluation.Completeness.Total;
        if (received.Rate < GoodCompleteness)
        {
            yield return new OverviewAlert(
                received.Confidence == Confidence.Faible ? TargetState.NonAtteinte : TargetState.Proche,
                "Complétude insuffisante",
                $"{report.Cover.Label} : {FrenchNumber.Percent(received.Rate.Value * 100)} des valeurs attendues. Sous 80 %, aucune conclusion n’est tirée.");
        }

        if (report.Split.Obstacle is { } obstacle && report.Costs.Full is not null && service.Mutualisation.LegalForm.SharesCosts())
        {
            yield return new OverviewAlert(TargetState.NonAtteinte, "Répartition impossible", $"{report.Cover.Label} : {obstacle}");
        }
    }

    private static IEnumerable<OverviewDate> DatesOf(ServiceYear service, DateOnly today)
    {
        if (service.Evaluation.End is null && service.Mutualisation.ConventionOn(today) is { EndsOn: { } end } convention)
        {
            var decide = end.AddMonths(-convention.NoticeMonths);
            if (decide >= today)
            {
                yield return new OverviewDate(decide, $"{service.Report.Cover.Label} : décider de la suite de la convention (préavis)");
            }
        }
    }

    // CGCT L5211-39: the report on activity goes to mayors before 30 September.
    private static OverviewDate MayorsReport(DateOnly today)
    {
        var inYear = new DateOnly(today.Year, 9, 30);
        return new OverviewDate(inYear >= today ? inYear : inYear.AddYears(1), "Rapport d’activité transmis aux maires");
    }
}
