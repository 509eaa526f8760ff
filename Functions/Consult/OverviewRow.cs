using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Functions.Report;

namespace Evaluation.Functions.Consult;

/// <summary>The line of a service in the list of a community.</summary>
/// <param name="Id">Slug.</param>
/// <param name="Type">Code of its type in the catalogue.</param>
/// <param name="Label">French name.</param>
/// <param name="Form">Its legal form in the year.</param>
/// <param name="Members">How many communes, of how many.</param>
/// <param name="Verdict">The least good of its criteria.</param>
/// <param name="Targets">How many targets are reached, in words.</param>
/// <param name="Full">Cost of the year in euros, observed or planned; null when nothing is known.</param>
/// <param name="IsPlanned">Whether that cost is planned, not observed.</param>
/// <param name="SharesCost">Whether its cost should be known: it is evaluated and its cost is shared.</param>
/// <param name="Change">Of the cost in one year, in percent; null when one of both is not known.</param>
/// <param name="Main">The first indicator that has a course.</param>
/// <param name="Course">Its course in the year.</param>
/// <param name="Received">Share of the values of the year that came, 0 to 1; null when none is expected.</param>
/// <param name="LateValues">Values late today that may still be sent, of any year.</param>
/// <param name="Latest">Its last annual evaluation that the reader finds.</param>
public sealed record OverviewRow(
    string Id,
    string Type,
    string Label,
    LegalForm Form,
    string Members,
    ServiceVerdict Verdict,
    string Targets,
    decimal? Full,
    bool IsPlanned,
    bool SharesCost,
    decimal? Change,
    IndicatorLine? Main,
    Sparkline? Course,
    decimal? Received,
    int LateValues,
    ReportIssue? Latest)
{
    /// <summary>The line of a service.</summary>
    /// <param name="service">In the year that is looked at.</param>
    /// <param name="today">Where it stands today.</param>
    internal static OverviewRow Of(ServiceYear service, ServiceToday today)
    {
        var report = service.Report;
        var main = report.Quality.Course?.Line ?? report.Activity.Course?.Line;
        var isEvaluated = service.Evaluation.WhyNotEvaluated is null;
        return new OverviewRow(
            service.Mutualisation.Id,
            service.Mutualisation.ServiceType.Code,
            report.Cover.Label,
            service.Mutualisation.LegalFormIn(report.Cover.Year),
            MembersOf(service),
            isEvaluated ? ServiceVerdict.Of(report.Criteria.Rows) : new ServiceVerdict(Core.Assessments.Criteria.Verdict.NonEvaluable, null),
            isEvaluated ? TargetsOf(report) : "non évalué",
            report.Costs.Full,
            report.Costs is { IsProvisional: true, Full: not null },
            isEvaluated && service.Mutualisation.LegalFormIn(report.Cover.Year).SharesCosts(),
            report.Costs.Total?.Change.Value,
            main,
            main is null ? null : new Sparkline([.. main.Series.Select(p => p.WholeValue)]),
            service.Evaluation.Completeness.Total.Rate,
            today.LateValues,
            service.Issues is [.., var latest] ? latest : null);
    }

    /// <summary>The indicators whose value may be judged against a target.</summary>
    internal static IReadOnlyList<IndicatorLine> Judged(AnnualReport report) =>
        [.. Aimed(report).Where(l => l.State is TargetStatus.Reached or TargetStatus.Close or TargetStatus.Missed)];

    private static IEnumerable<IndicatorLine> Aimed(AnnualReport report) =>
        report.Quality.Lines.Concat(report.Activity.Lines).Concat(report.Costs.Lines).Where(l => l.Target is not null);

    // A target without a value that may be judged is neither reached nor missed, and is there all the same.
    private static string TargetsOf(AnnualReport report)
    {
        var judged = Judged(report);
        var unjudged = Aimed(report).Count() - judged.Count;
        var open = FrenchText.Count(unjudged, "cible sans verdict", "cibles sans verdict");
        return judged.Count == 0
            ? unjudged == 0 ? "sans cible" : open
            : $"cibles : {FrenchText.OutOf(judged.Count(l => l.State == TargetStatus.Reached), judged.Count)}{(unjudged == 0 ? "" : $", {open}")}";
    }

    private static string MembersOf(ServiceYear service)
    {
        var perimeter = service.Evaluation.Perimeter;
        return perimeter.MembersAtEnd == perimeter.CommunesAtEnd
            ? FormattableString.Invariant($"{perimeter.CommunesAtEnd} sur {perimeter.EligibleCommunes}")
            : FrenchText.Count(perimeter.MembersAtEnd, "membre", "membres");
    }
}
