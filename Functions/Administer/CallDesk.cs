using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Close;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Administer;

/// <summary>A call of a year with what was said of it last.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Call">What is called.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="Told">What was said; null while nothing was.</param>
public sealed record KnownCall(string Id, FundsCall Call, CallState State, ToldCall? Told);

/// <summary>The calls of a year and where they stand, whether asked by the API or by a page. A state moves no amount.</summary>
internal sealed class CallDesk(CostStore costs, ClosedAccounts accounts, TimeProvider clock)
{
    /// <summary>The calls of a year, in document order; none where no costs are known.</summary>
    public async Task<IReadOnlyList<KnownCall>> OfYearAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        var today = ParisTime.DateOf(clock.GetUtcNow());
        return await costs.FindAsync(community, mutualisation.Id, year, cancellationToken) is { } known
            ? [.. FundsCall.Named(known.Value.Calls).Select(c => new KnownCall(c.Id, c.Call, c.Call.StateOn(today), known.States.Find(c.Id)))]
            : [];
    }

    /// <summary>The same, of a year of which something can be told.</summary>
    /// <exception cref="RefusalException">422 when the service is not in force in the year, or it has not begun and nothing is known of it.</exception>
    public async Task<IReadOnlyList<KnownCall>> OfYearThereAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        var calls = await OfYearAsync(community, mutualisation, year, cancellationToken);
        if (calls.Count == 0)
        {
            InForce.Require(mutualisation, year);
            YearAsked.Begun(year, ParisTime.DateOf(clock.GetUtcNow()));
        }

        return calls;
    }

    /// <summary>The instalments that the forecast of a year proposes.</summary>
    /// <exception cref="RefusalException">422 with why there is no proposal.</exception>
    public async Task<ProposedCalls> ProposeAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken) =>
        Propose(mutualisation, year, await costs.FindAsync(community, mutualisation.Id, year, cancellationToken));

    /// <summary>Writes the proposed instalments among the costs of the year; those that are there already change nothing.</summary>
    /// <exception cref="RefusalException">
    /// 422 with why there is no proposal, 409 when the year has other instalments, takes no change or somebody changed its costs.
    /// </exception>
    public async Task TakeAsync(Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("close");
        try
        {
            await TakeOnceAsync(community, mutualisation, year, cancellationToken);
        }
        catch (StaleDocumentException)
        {
            // Somebody wrote the costs meanwhile, maybe the very same calls: decide once more, on what is there now.
            await TakeOnceAsync(community, mutualisation, year, cancellationToken);
        }

        work.Done();
    }

    private async Task TakeOnceAsync(Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        var known = await costs.FindAsync(community, mutualisation.Id, year, cancellationToken);
        IReadOnlyList<FundsCall> proposed = [.. Propose(mutualisation, year, known).Calls.Select(c => c.ToCall())];
        IReadOnlyList<FundsCall> called = [.. known!.Value.Calls.Where(c => c.Kind == CallKind.Provisional).Select(c => c with { Standing = null })];
        if (called.Count == 0)
        {
            var document = CostStore.Parse(known.Document);
            var after = document with { Calls = [.. document.Calls ?? [], .. proposed.Select(Written)] };
            var seen = await accounts.RequireOpenAsync(
                community, mutualisation, Documents.Require(CostReader.Read(year, after, community)), cancellationToken);
            var (stored, _) = await costs.PutAsync(
                community.Siren, mutualisation.Id, year, after, new PutTerms { IfMatch = [known.Document.Tag] }, cancellationToken);
            await accounts.RequireNotSettledSinceAsync(
                community, mutualisation, seen, () => costs.TakeBackAsync(stored, known.Document, cancellationToken), cancellationToken);
        }
        else if (!called.SequenceEqual(proposed))
        {
            throw EdgeRefusals.CallsAlreadyCalled.Refused(year);
        }
    }

    private static ProposedCalls Propose(Mutualisation mutualisation, int year, KnownCosts? known) =>
        Documents.Require(ProposedCalls.Of(mutualisation, year, known?.Value.Total(CostStage.Forecast)));

    private static FundsCallDocument Written(FundsCall call) => new()
    {
        Member = call.Member.ToString(),
        Amount = call.Amount,
        CalledOn = call.CalledOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Kind = DomainCode.Of(call.Kind),
    };

    /// <summary>Says where a call stands; the same again changes nothing, and of two who say different things at once the second is told.</summary>
    /// <exception cref="RefusalException">
    /// 404 when there is no such call, 422 when what is said of it is not valid, 409 with who said what when that is not what the caller read.
    /// </exception>
    public async Task SayAsync(
        Caller caller,
        Community community,
        Mutualisation mutualisation,
        int year,
        string call,
        CallStandingDocument sent,
        CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("close");
        var now = clock.GetUtcNow();
        var known = (await OfYearAsync(community, mutualisation, year, cancellationToken)).FirstOrDefault(c => c.Id == call)
            ?? throw EdgeRefusals.CallUnknown.Refused(year);

        var standing = Documents.Require(sent.Read(ParisTime.DateOf(now)));
        await costs.SayAsync(
            community.Siren, mutualisation.Id, year, new ToldCall(call, standing, now, caller.Name), Require, cancellationToken);
        work.Done();

        void Require(ToldCall? told)
        {
            if (told is not null && !sent.Knows(told, known.Told))
            {
                throw EdgeRefusals.CallTold.Refused(
                    told.Standing.State.Label(), FrenchDate.InWords(told.Standing.On), CallerWords.Of(told.By), FrenchDate.InWordsWithTime(ParisTime.Of(told.At)));
            }
        }
    }
}
