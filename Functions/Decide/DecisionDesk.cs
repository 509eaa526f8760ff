using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Decide;

/// <summary>
/// Records what a director decides of a year, whether asked by the API or by a page, against what the latest version of its
/// evaluation proposes. A decision is corrected only by another that says why; where its actions stand may change freely.
/// </summary>
internal sealed class DecisionDesk(ReportStore reports, DecisionStore decisions, TimeProvider clock)
{
    /// <summary>Records a decision; the same again changes nothing, on whatever reading it rests.</summary>
    /// <exception cref="RefusalException">
    /// 422 when the document breaks a rule, the year is not over or the service was not in force in it, 409 when no evaluation of the year is published.
    /// </exception>
    /// <exception cref="StaleDocumentException">What is there is not what the caller asks for.</exception>
    public async Task<(StoredDocument Document, bool Changed)> DecideAsync(
        Caller caller,
        Community community,
        Mutualisation mutualisation,
        int year,
        DecisionDocument sent,
        PutTerms terms,
        CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("decide");
        InForce.RequireOver(mutualisation, year, ParisTime.DateOf(clock.GetUtcNow()));

        var (latest, published) = await EvaluationAsync(community, mutualisation, year, cancellationToken);
        var signed = sent with
        {
            Proposed = published.Proposed is { } proposed ? DomainCode.Of(proposed) : null,
            ReportVersion = latest.Version,
            DecidedBy = caller.Name,
            DecidedAt = clock.GetUtcNow(),
        };
        var decided = await DecideAsync(community, mutualisation, year, signed, terms, cancellationToken);
        work.Done();
        return decided;
    }

    // Who sends the same on an earlier reading pressed a button twice: it is decided.
    private async Task<(StoredDocument Document, bool Changed)> DecideAsync(
        Community community, Mutualisation mutualisation, int year, DecisionDocument signed, PutTerms terms, CancellationToken cancellationToken)
    {
        try
        {
            return await decisions.DecideAsync(
                community.Siren, mutualisation.Id, year, before => After(before, signed), terms, cancellationToken);
        }
        catch (StaleDocumentException)
        {
            if (await decisions.FindAsync(community.Siren, mutualisation.Id, year, cancellationToken) is { } known
                && ReferenceEquals(FollowedUp(known, signed), known.Document))
            {
                return (known.Stored, false);
            }

            throw;
        }
    }

    private async Task<(ReportVersion Version, PublishedReport Published)> EvaluationAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        var key = ReportKey.OfYear(community.Siren, mutualisation.Id, year);
        var latest = (await reports.VersionsAsync(key, cancellationToken)).LastOrDefault(v => v.IsPublished)
            ?? throw EdgeRefusals.DecisionNoEvaluation.Refused(year);
        return (latest, await PublishedReport.ReadAsync(reports, latest, cancellationToken));
    }

    private static DecisionDocument After(KeptDecision? before, DecisionDocument signed)
    {
        if (before is not null && FollowedUp(before, signed) is { } followed)
        {
            return followed;
        }

        var decision = Documents.Require(DecisionReader.Read(signed));
        Documents.RefuseAny(DecisionReader.WhyNotAfter(decision, before?.Value) is { } problem ? [problem] : []);
        return signed;
    }

    private static bool DecidesAs(KeptDecision before, DecisionDocument document) =>
        (document.Actions?.Count ?? 0) == before.Value.Actions.Count
        && DecisionReader.Read(document with
        {
            Actions = [.. (document.Actions ?? []).Zip(before.Value.Actions, (sent, known) =>
                (sent ?? new()) with { State = DomainCode.Of(known.State), Note = known.Note })],
        }).Value?.DecidesAs(before.Value) is true;

    // The same decision, whoever sends it: only where its actions stand may differ, and it stays signed as it was.
    private static DecisionDocument? FollowedUp(KeptDecision before, DecisionDocument signed)
    {
        var document = signed with
        {
            Proposed = before.Document.Proposed,
            ReportVersion = before.Document.ReportVersion,
            DecidedBy = before.Document.DecidedBy,
            DecidedAt = before.Document.DecidedAt,
            CorrectedBecause = before.Document.CorrectedBecause,
        };
        if (!DecidesAs(before, document))
        {
            return null;
        }

        // What is wrong is then of the actions alone, whatever a later version proposes; a reason that corrects nothing is told.
        var decision = Documents.Require(DecisionReader.Read(document));
        var reason = DecisionReader.Read(document with { CorrectedBecause = signed.CorrectedBecause }).Value?.CorrectedBecause;
        Documents.RefuseAny(DecisionReader.WhyNotAgain(reason, before.Value) is { } problem ? [problem] : []);
        return decision.Says(before.Value) ? before.Document : document;
    }
}
