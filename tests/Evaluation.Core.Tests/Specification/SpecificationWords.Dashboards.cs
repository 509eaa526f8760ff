using System.Globalization;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Tests.Given;
using Evaluation.Core.Tests.Reports.Dashboards;

namespace Evaluation.Core.Tests.Specification;

/// <summary>The questions about dashboards.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> Dashboards => new()
    {
        ["dashboard"] = Dashboard,
        ["dashboard-received"] = DashboardReceived,
    };

    private static string Dashboard(string[] words)
    {
        var table = GivenDashboard.Of(InMarch(words[0], words[1..]), "2025-03", "2025-04-11").Table("Indicateurs");
        return $"{table.Read(0, 1)}, {table.Read(0, 2)} to {table.Read(0, 3)}, {table.Read(0, 4)}".Replace('\u00A0', ' ');
    }

    private static string DashboardReceived(string[] words)
    {
        var paper = GivenDashboard.Of(InMarch("ADS-01", words[1..]), "2025-03", words[0]);
        var total = paper.Table("Valeurs reçues").Total!.Cells;
        var late = paper.Tables().Where(t => t.Name == "Retards").SelectMany(t => t.Rows).Where(r => r.Cells[0].Words == "mars 2025").Sum(r => r.Cells[4].Number ?? 0);
        return string.Create(CultureInfo.InvariantCulture, $"{total[2].Number} of {total[1].Number}, {late} late");
    }

    private static Dossier InMarch(string indicator, IEnumerable<string> given) => GivenDashboard.Two(
        values =>
        {
            foreach (var (member, value) in given.Select(g => g.Split('=')).Select(g => (g[0], Exact.Number(g[1]))))
            {
                values.Add(indicator, member, "2025-03", value);
            }
        },
        indicator);
}
