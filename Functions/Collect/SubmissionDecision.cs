using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>What is decided of each row, and the rows of the tables that it was decided on.</summary>
internal sealed record DecidedSubmission(IReadOnlyList<CheckedRow> Rows, KnownYears Known);

/// <summary>Decides which rows of a submission are accepted, on what is declared and known when it comes.</summary>
internal sealed class SubmissionDecision(ValueWriter writer)
{
    public async Task<DecidedSubmission> DecideAsync(
        Community community,
        Mutualisation mutualisation,
        SubmissionId id,
        SubmissionTerms terms,
        IReadOnlyList<SubmittedRow> submitted,
        CancellationToken cancellationToken)
    {
        var checks = new SubmissionChecks(community, mutualisation, Catalogue.Standard, ParisTime.DateOf(id.ReceivedAt))
        {
            Strategy = terms.Strategy,
        };
        var rows = checks.Check(submitted);
        var known = await writer.ReadAsync(community.Siren, mutualisation.Id, rows, cancellationToken);
        rows = AgainstKnown(community, mutualisation, id, terms.Strategy, rows, known);
        return new DecidedSubmission(terms.Mode == SubmissionMode.Atomic ? AllOrNone(rows) : rows, known);
    }

    private static List<CheckedRow> AgainstKnown(
        Community community,
        Mutualisation mutualisation,
        SubmissionId id,
        WriteStrategy strategy,
        IReadOnlyList<CheckedRow> rows,
        KnownYears known)
    {
        var outcomes = ValueWriter.Classify(community.Siren, mutualisation.Id, id, rows, strategy, known);
        return [.. rows.Zip(outcomes, (row, applied) => (row.IsAccepted, applied.Outcome, strategy) switch
        {
            (true, RowOutcome.Rejected, _) => row.Refuse(
                "value.exists", "value", "Une autre valeur est déjà connue à cet endroit : envoyez une correction, ou retirez la ligne."),
            (true, RowOutcome.Unchanged, WriteStrategy.Delete) => row.Warn(
                "value.absent", "", "Aucune valeur n’est connue à cet endroit : il n’y a rien à retirer."),
            _ => row,
        })];
    }

    private static IReadOnlyList<CheckedRow> AllOrNone(IReadOnlyList<CheckedRow> rows) => rows.All(r => r.IsAccepted)
        ? rows
        : [.. rows.Select(row => row.IsAccepted
            ? row.Refuse("submission.atomic", "", "Rien n’est gardé, car une autre ligne est refusée : corrigez-la et renvoyez le tout.")
            : row)];
}
