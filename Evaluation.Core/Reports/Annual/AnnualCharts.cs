using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>The charts of a report, each under the name of its files and with the table of what it shows.</summary>
internal sealed class AnnualCharts(AnnualReport report)
{
    private readonly IReadOnlyList<NamedSheet> _sheets = ChartSheets.Of(report);

    public PaperChart Of(string name, PaperTable data) => new(name, _sheets.Single(s => s.Name == name).Sheet, data);
}
