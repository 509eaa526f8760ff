using Evaluation.Local;
using Evaluation.Local.Demonstration;

namespace Evaluation.Functions.Tests.Demonstration;

/// <summary>The table that a run of the demonstration ends with.</summary>
public sealed class SummaryTableTests
{
    [Fact]
    public void Evaluations_are_told_by_year_version_and_state_and_other_reports_counted()
    {
        var service = DemonstrationSet.Create(new Uri("http://127.0.0.1:7072/")).Services[0];
        ReportLine[] reports =
        [
            Line("annual", "2024", "v1", "transmitted"), Line("annualStatement", "2024", "v1", "draft"), Line("annual", "2025", "v1", "replaced"),
            Line("annual", "2025", "v2", "draft"), Line("monthly", "2026-04", "v1", "draft"),
        ];

        var table = SummaryTable.Of([new ServiceResult(service, new PushCounts(), reports), new ServiceResult(service, new PushCounts(), [])]);

        Assert.Contains("2024 v1 (transmis), 2025 v1 (remplacé), 2025 v2 (projet), 2 autres", table.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("5 rapports", table.Replace('\u00A0', ' '), StringComparison.Ordinal);

        static ReportLine Line(string kind, string period, string version, string state) => new(kind, period, version, state, [], "");
    }
}
