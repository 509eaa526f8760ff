using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Kinds;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Report;

internal sealed record ReportRequest(string? Kind, string? Period);

/// <summary>Asks for a report of a service or of a community, whatever its kind.</summary>
internal sealed class ReportAsk(ReviewPlan plan, ReportTerms terms, TimeProvider clock)
{
    /// <summary>The answer to a request for a report: where the work can be followed.</summary>
    /// <param name="request">With the kind and the period in its body.</param>
    /// <param name="community">Whose report.</param>
    /// <param name="service">Which service; null for a report of the community.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RefusalException">
    /// 422 for an unknown kind, one of the other scope, a period that it does not take, that has not begun or of which there is
    /// nothing to report.
    /// </exception>
    public async Task<IResult> AnswerAsync(
        HttpRequest request, Community community, Mutualisation? service, CancellationToken cancellationToken)
    {
        var (kind, period) = Read(
            await Documents.ReadAsync(request, ReportRequestJson.Default.ReportRequest, cancellationToken), service is null);
        var now = clock.GetUtcNow();
        if (period.Start > ParisTime.DateOf(now))
        {
            throw Refusals.PeriodFuture.Refused(FrenchPeriod.De(period));
        }

        if (await terms.WhyNotAsync(community, service, kind, period, cancellationToken) is { } refusal)
        {
            throw refusal;
        }

        var key = new ReportKey(community.Siren, service?.Id ?? ReportKey.WholeCommunity, kind, period.ToString());
        var run = await plan.AskAsync(key, ReviewPlan.InstantText(now), cancellationToken);
        var address = $"/api/operations/{run.OperationId}";
        return TypedResults.Accepted(address, new OperationStarted(run.OperationId, address));
    }

    private static (ReportKind Kind, Period Period) Read(ReportRequest request, bool isOfCommunity)
    {
        if (!DomainCode.TryParse<ReportKind>(request.Kind, out var kind))
        {
            throw EdgeRefusals.ReportKind.Refused(string.Join(", ", ReportAddress.Kinds(isOfCommunity)));
        }

        if (kind.IsOfCommunity() != isOfCommunity)
        {
            throw EdgeRefusals.ReportScope.Refused(kind.Label(), kind.IsOfCommunity() ? "à la communauté, sans nommer de service" : "à un service");
        }

        return Period.TryParse(request.Period, out var period) && period.Periodicity == kind.Periodicity()
            ? (kind, period)
            : throw EdgeRefusals.ReportPeriod.Refused(kind.Label(), ExampleOf(kind.Periodicity()));
    }

    private static string ExampleOf(Periodicity length) => Period.Of(2025, length, 1).ToString();
}
