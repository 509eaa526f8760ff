using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Callers;
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
internal sealed class CallDesk(CostStore costs, TimeProvider clock)
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

    /// <summary>Says where a call stands; the same again changes nothing.</summary>
    /// <exception cref="RefusalException">404 when there is no such call, 422 when what is said of it is not valid.</exception>
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
        if ((await OfYearAsync(community, mutualisation, year, cancellationToken)).All(c => c.Id != call))
        {
            throw EdgeRefusals.CallUnknown.Refused(year);
        }

        var standing = Documents.Require(sent.Read(ParisTime.DateOf(now)));
        await costs.SayAsync(
            community.Siren, mutualisation.Id, year, new ToldCall(call, standing, now, caller.Name), cancellationToken);
        work.Done();
    }
}
