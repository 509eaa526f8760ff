using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Report;

/// <summary>The decisions that a report tells of: of its year and of the year before.</summary>
/// <param name="Decisions">What was decided.</param>
/// <param name="Documents">As they are kept, for the fingerprint; those that there are.</param>
internal sealed record DecidedYears(YearDecisions Decisions, IReadOnlyList<StoredDocument> Documents)
{
    public static async Task<DecidedYears> LoadAsync(
        DecisionStore decisions, Siren siren, string mutualisation, int year, CancellationToken cancellationToken)
    {
        var reading = decisions.FindAsync(siren, mutualisation, year - 1, cancellationToken);
        var ofYear = await decisions.FindAsync(siren, mutualisation, year, cancellationToken);
        return Of(ofYear, await reading);
    }

    /// <summary>The same, of decisions that are known; null where none was taken.</summary>
    public static DecidedYears Of(KeptDecision? ofYear, KeptDecision? yearBefore) => new(
        new YearDecisions(Signed(ofYear), Signed(yearBefore)),
        [.. new[] { ofYear, yearBefore }.OfType<KeptDecision>().Select(kept => kept.Stored)]);

    private static SignedDecision? Signed(KeptDecision? kept) => kept is null
        ? null
        : new SignedDecision(
            kept.Value,
            ParisTime.DateOf(kept.Document.DecidedAt ?? throw new InvalidDataException("A stored decision is not signed.")));
}
