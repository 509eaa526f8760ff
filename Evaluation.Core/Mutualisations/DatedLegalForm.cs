using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>A legal shape from a day on, until the next one.</summary>
/// <param name="From">First day.</param>
/// <param name="Form">The shape.</param>
public sealed record DatedLegalForm(DateOnly From, LegalForm Form);

/// <summary>Tells a new legal form that would rewrite the years that are over.</summary>
public static class LegalFormChanges
{
    /// <summary>
    /// The problem of a document that gives a service another form than before in a year that is over, without a date; null
    /// otherwise. With dates the document says itself what the past was: that is how a mistake is corrected.
    /// </summary>
    /// <param name="before">As recorded.</param>
    /// <param name="after">As sent.</param>
    /// <param name="today">Local date.</param>
    public static Refusal? Undated(Mutualisation before, Mutualisation after, DateOnly today)
    {
        if (after.LegalForms.Count > 0 || FirstYearOf(before) is not { } first)
        {
            return null;
        }

        var changed = Enumerable.Range(first, Math.Max(0, today.Year - first))
            .Where(y => before.LegalFormIn(y) != after.LegalFormIn(y))
            .ToList();
        return changed.Count == 0 ? null : Refusals.LegalFormUndated.At(
            "/legalForm", changed[^1], before.LegalFormIn(changed[^1]).Label());
    }

    private static int? FirstYearOf(Mutualisation mutualisation) => mutualisation.Memberships.Select(m => m.From)
        .Concat(mutualisation.Conventions.Select(c => c.StartsOn))
        .Select(d => (int?)d.Year)
        .Min();
}
