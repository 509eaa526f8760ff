using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Collect;

/// <summary>What is decided of each row, and the rows of the tables that it was decided on.</summary>
internal sealed record DecidedSubmission(IReadOnlyList<CheckedRow> Rows, KnownYears Known);

/// <summary>Decides which rows of a submission are accepted, on what is declared and known when it comes.</summary>
internal sealed class SubmissionDecision(ValueStore values, ClosingStore closings)
{
    public async Task<DecidedSubmission> DecideAsync(
        Community community,
        Mutualisation mutualisation,
        SubmissionId id,
        SubmissionTerms terms,
        IReadOnlyList<SubmittedRow> submitted,
        CancellationToken cancellationToken)
    {
        var today = ParisTime.DateOf(id.ReceivedAt);
        var checks = new SubmissionChecks(community, mutualisation, Catalogue.Standard, today)
        {
            Strategy = terms.Strategy,
        };
        var rows = checks.Check(submitted);
        var reading = KnownYears.ReadAsync(
            values, community.Siren, mutualisation.Id, KnownYears.TouchedBy(rows), cancellationToken);
        var closing = closings.ClosedAsync(community, mutualisation, today, cancellationToken);
        await Task.WhenAll(reading, closing);
        var known = await reading;
        var outcomes = known.Classify(community.Siren, mutualisation.Id, id, rows, terms.Strategy, terms.Reason is not null);
        rows = AgainstKnown(rows, outcomes, terms, await closing);
        rows = await AgainstHistoryAsync(community, mutualisation, rows, outcomes, known, cancellationToken);
        return new DecidedSubmission(terms.Mode == SubmissionMode.Atomic ? AllOrNone(rows) : rows, known);
    }

    /// <summary>What would become of rows, as their sender is told; nothing is written.</summary>
    public async Task<WrittenAnswer> TryAsync(
        Community community,
        Mutualisation mutualisation,
        SubmissionId id,
        SubmissionTerms terms,
        SubmittedBatch batch,
        CancellationToken cancellationToken)
    {
        var tried = await DecideAsync(community, mutualisation, id, terms, batch.Rows, cancellationToken);
        var outcomes = tried.Known.Classify(community.Siren, mutualisation.Id, id, tried.Rows, terms.Strategy, terms.Reason is not null);
        return WrittenAnswer.Of(SubmissionAnswer.Of(id, tried.Rows, outcomes, batch.NotSent, dryRun: true));
    }

    private static CheckedRow[] AgainstKnown(
        IReadOnlyList<CheckedRow> rows, IReadOnlyList<AppliedRow> outcomes, SubmissionTerms terms, ClosedPeriods closed)
    {
        var judged = new CheckedRow[rows.Count];
        for (var index = 0; index < rows.Count; index++)
        {
            judged[index] = AgainstKnown(rows[index], outcomes[index], terms, closed);
        }

        return judged;
    }

    private static CheckedRow AgainstKnown(CheckedRow row, AppliedRow applied, SubmissionTerms terms, ClosedPeriods closed) =>
        (row.IsAccepted, applied.Outcome, terms.Strategy) switch
        {
            (true, RowOutcome.Unchanged, _) when applied.IsHeld => Held(row),
            (true, RowOutcome.Rejected, _) => row.Refuse(EdgeRefusals.ValueExists, "value"),
            (true, RowOutcome.Unchanged, WriteStrategy.Delete) => row.Warn(EdgeRefusals.ValueAbsent.At(""), ""),
            // A closed period refuses what would change it, not what it already holds.
            (true, RowOutcome.Created or RowOutcome.Changed or RowOutcome.Deleted, _)
                when closed.Find(row.Key!.Value.Period) is { } why => row.Refuse(new Refusal(why.Code, "", why.Message), "period"),
            (true, RowOutcome.Created or RowOutcome.Changed or RowOutcome.Deleted, _)
                when terms.Reason is null && closed.IsOpened(row.Key!.Value.Period) => row.Refuse(
                    EdgeRefusals.PeriodReason, "period", FrenchPeriod.De(row.Key.Value.Period)),
            _ => row,
        };

    /// <summary>A row that changes nothing because the value in its place was corrected.</summary>
    public static CheckedRow Held(CheckedRow row) => row.Warn(EdgeRefusals.ValueCorrected.At(""), "value");

    // Only what is new is judged: the same values sent every night tell nothing.
    private async Task<IReadOnlyList<CheckedRow>> AgainstHistoryAsync(
        Community community,
        Mutualisation mutualisation,
        IReadOnlyList<CheckedRow> rows,
        IReadOnlyList<AppliedRow> outcomes,
        KnownYears known,
        CancellationToken cancellationToken)
    {
        var given = new List<IndicatorValue>(rows.Count);
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].Value is { } value && outcomes[index].Outcome is RowOutcome.Created or RowOutcome.Changed)
            {
                given.Add(value);
            }
        }

        if (given.Count == 0)
        {
            return rows;
        }

        var before = await KnownYears.ReadAsync(
            values, community.Siren, mutualisation.Id, YearsBefore(given, known), cancellationToken);
        var anomalies = ValueAnomalies.Find(
            mutualisation, Catalogue.Standard, before.Values().Concat(known.Values()), given);
        return anomalies.Count == 0
            ? rows
            : [.. rows.Select(row => row.Value is { } value && anomalies.TryGetValue(value.Key, out var found)
                ? found.Aggregate(row, (told, finding) => told.Warn(new Refusal(finding.Code, "", finding.Message), "value"))
                : row)];
    }

    // The years in which the history of new values lies and that are not read yet.
    private static HashSet<int> YearsBefore(List<IndicatorValue> given, KnownYears known)
    {
        var years = new HashSet<int>();
        foreach (var value in given)
        {
            for (var back = 1; back <= ValueAnomalies.YearsBefore; back++)
            {
                var year = value.Key.Period.Year - back;
                if (year >= Period.MinYear && !known.Rows.ContainsKey(year))
                {
                    years.Add(year);
                }
            }
        }

        return years;
    }

    private static IReadOnlyList<CheckedRow> AllOrNone(IReadOnlyList<CheckedRow> rows) => rows.All(r => r.IsAccepted)
        ? rows
        : [.. rows.Select(row => row.IsAccepted
            ? RefusedForAnother(row)
            : row)];

    /// <summary>A row that is refused because another row of its submission is.</summary>
    public static CheckedRow RefusedForAnother(CheckedRow row) => row.Refuse(EdgeRefusals.SubmissionAtomic, "");
}
