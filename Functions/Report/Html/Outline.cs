using System.Globalization;
using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report.Html;

/// <summary>The numbered parts of a report; a part that has nothing to say is left out and takes no number.</summary>
public sealed class Outline
{
    public const string Context = "Contexte et objet";
    public const string Perimeter = "Périmètre";
    public const string Governance = "Gouvernance et suites données";
    public const string Activity = "Activité";
    public const string Quality = "Délais et qualité";
    public const string Costs = "Coûts";
    public const string Split = "Répartition";
    public const string Savings = "Économies";
    public const string Criteria = "Évaluation par critère";
    public const string Completeness = "Complétude des données";
    public const string Definitions = "Définitions";

    private readonly List<string> _titles;

    /// <summary>The parts of a report.</summary>
    public Outline(AnnualReport report) => _titles =
    [
        Context,
        Perimeter,
        .. report.Governance is null ? Array.Empty<string>() : [Governance],
        Activity,
        Quality,
        Costs,
        Split,
        .. report.Savings is null ? Array.Empty<string>() : [Savings],
        Criteria,
        Completeness,
        Definitions,
    ];

    /// <summary>The parts in order with their numbers.</summary>
    public IEnumerable<(string Number, string Title)> Parts => _titles.Select(title => (this[title], title));

    /// <summary>The number of a part, from 1.</summary>
    public string this[string title] => (_titles.IndexOf(title) + 1).ToString(CultureInfo.InvariantCulture);
}
