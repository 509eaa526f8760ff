using System.Globalization;

namespace Evaluation.Core.Reports;

/// <summary>The numbered parts of a report; a part that has nothing to say is left out and takes no number.</summary>
public sealed class Outline
{
    /// <summary>What it is for, in what legal frame.</summary>
    public const string Context = "Contexte et objet";

    /// <summary>Who takes part.</summary>
    public const string Perimeter = "Périmètre";

    /// <summary>Who steered it.</summary>
    public const string Governance = "Gouvernance et suites données";

    /// <summary>What was done, with what means, to what effect.</summary>
    public const string Activity = "Activité";

    /// <summary>Delays, quality, satisfaction, safety.</summary>
    public const string Quality = "Délais et qualité";

    /// <summary>What it cost.</summary>
    public const string Costs = "Coûts";

    /// <summary>Who pays which part.</summary>
    public const string Split = "Répartition";

    /// <summary>What it saved.</summary>
    public const string Savings = "Économies";

    /// <summary>The six criteria and the proposal.</summary>
    public const string Criteria = "Évaluation par critère";

    /// <summary>What was received of what was due.</summary>
    public const string Completeness = "Complétude des données";

    /// <summary>What words and figures mean.</summary>
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
