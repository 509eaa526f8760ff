using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports.Dashboards;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Reports.Dashboards;

/// <summary>Dashboards of made-up services.</summary>
internal static class GivenDashboard
{
    public static Paper Of(Dossier dossier, string period, string today, int? closesAfter = null)
    {
        var (span, day) = (Exact.Span(period), Exact.Day(today));
        var closed = new ClosedPeriods(
            dossier.Community.Name, closesAfter, new Dictionary<Period, PeriodApproval>(), new Dictionary<int, FiscalYearClosing>(), SettledYears.None, _ => false, day);
        return DashboardPaper.Of(new DashboardSubject(dossier with { Year = span.Year, Closed = closed }, span, day));
    }

    /// <summary>Two communes, of which everything of 2024 came; what came of 2025 is told.</summary>
    public static Dossier Two(Action<GivenValues> of2025, params string[] followed)
    {
        var community = GivenCommunity.Of("A", "B");
        var mutualisation = GivenMutualisation.WithEveryone(community).Following(followed).Read();
        return Two(community, mutualisation, of2025);
    }

    public static Dossier Two(Community community, Mutualisation mutualisation, Action<GivenValues> of2025)
    {
        var values = new GivenValues(community);
        foreach (var definition in mutualisation.Expected(Catalogue.Standard))
        {
            if (definition.Level == IndicatorLevel.Service)
            {
                values.AddYear(definition.Code, null, 2024, 100);
                continue;
            }

            values.AddYear(definition.Code, "A", 2024, 100).AddYear(definition.Code, "B", 2024, 50);
        }

        of2025(values);
        return GivenDossier.Of(community, mutualisation, values);
    }

    /// <summary>What A and B sent of March 2025; null for nothing.</summary>
    public static void March(this GivenValues values, decimal? a, decimal? b, DateOnly? receivedOn = null)
    {
        foreach (var (member, value) in new[] { ("A", a), ("B", b) })
        {
            if (value is { } known)
            {
                values.Add("ADS-01", member, "2025-03", known, receivedOn: receivedOn);
            }
        }
    }

    public static PaperTable Table(this Paper paper, string name) => paper.Tables().Single(t => t.Name == name);

    public static string? Read(this PaperTable table, int row, int column) => table.Text(table.Rows[row].Cells[column], column);
}
