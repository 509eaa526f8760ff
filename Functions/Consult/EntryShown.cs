using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Functions.Consult;

/// <summary>What the page of the grid shows.</summary>
/// <param name="Community">Whose service.</param>
/// <param name="Mutualisation">The service.</param>
/// <param name="Offered">The periods to choose from.</param>
/// <param name="Grid">All that is due for the period that is shown; null when nothing is.</param>
/// <param name="PageNumber">Which page of it is shown, from 1.</param>
/// <param name="WhyClosed">Why the period takes no values, and who opens it; null when it does.</param>
public sealed record EntryShown(
    Community Community,
    Mutualisation Mutualisation,
    IReadOnlyList<Period> Offered,
    EntryGrid? Grid,
    int PageNumber,
    string? WhyClosed)
{
    /// <summary>What is shown of the grid.</summary>
    public EntryGrid? Page => Grid?.Page(PageNumber);

    /// <summary>What stands in cells of the form otherwise than it is recorded, by their name.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>The comment on the values of each member, by its name in the form.</summary>
    public IReadOnlyDictionary<string, string> Comments { get; init; } = new Dictionary<string, string>();

    /// <summary>What became of cells, by their name; the others say where they stand.</summary>
    public IReadOnlyDictionary<string, EntryOutcome> Outcomes { get; init; } = new Dictionary<string, EntryOutcome>();

    /// <summary>As it was typed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What was pasted and is not in the grid, a sentence a line.</summary>
    public IReadOnlyList<string> NotPasted { get; init; } = [];
}
