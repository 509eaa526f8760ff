using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Papers.Statements;

/// <summary>What the yearly statement of a service and its letters are written from (docs/spec/papers.md).</summary>
/// <param name="Edition">Which issue.</param>
/// <param name="Evaluation">Of the year stated.</param>
/// <param name="Next">Of the next year, whose cost and units are forecast; null while nothing is known of it.</param>
public sealed record StatementFacts(PaperEdition Edition, AnnualEvaluation Evaluation, AnnualEvaluation? Next)
{
    /// <summary>Whose service.</summary>
    internal Community Community => Evaluation.Dossier.Community;

    /// <summary>Which service.</summary>
    internal Mutualisation Service => Evaluation.Dossier.Mutualisation;

    /// <summary>Its name, as it is read.</summary>
    internal string Label => ReportText.Prose(Service.Label);

    /// <summary>Local date of the data: what was due before it is past.</summary>
    internal DateOnly AsOf => Evaluation.Dossier.AsOf;

    /// <summary>Year stated.</summary>
    internal int Year => Evaluation.Dossier.Year;

    /// <summary>The year, written.</summary>
    internal string Written => ReportText.Year(Year);

    /// <summary>The next year, written.</summary>
    internal string NextWritten => ReportText.Year(Year + 1);

    /// <summary>Whether the cost of the year is observed, whole.</summary>
    internal bool IsObserved => Evaluation.Costs is { IsProvisional: false };

    /// <summary>The name of a body, its number when the community does not know it.</summary>
    internal string NameOf(Siren member) =>
        ReportText.Name(Community.Find(member.ToString())?.Name ?? (member == Community.Siren ? Community.Name : member.ToString()));

    /// <summary>Bodies in the order in which they are told.</summary>
    internal IReadOnlyList<Siren> Ordered(IEnumerable<Siren> members) =>
        [.. members.Distinct().OrderBy(m => Community.Find(m.ToString())?.SortKey ?? m.ToString(), StringComparer.Ordinal)];
}
