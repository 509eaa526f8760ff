using Evaluation.Functions.Administer;
using Evaluation.Functions.Administer.Audit;
using Evaluation.Functions.Administer.Keys;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Close;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Decide;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Http;
using Evaluation.Functions.Inform;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Operate.Archives;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Operate.Rebuild;
using Evaluation.Functions.Report;
using Microsoft.Azure.Functions.Worker;

namespace Evaluation.Functions;

/// <summary>The API, route by route.</summary>
internal sealed class Api(Site site)
{
    [Function(nameof(Api))]
    public Task RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "post", "put", "delete", "head", "options", "patch", Route = "api/{*path}")]
        HttpRequest request) => site.RunAsync(request.HttpContext);

    public static void Map(IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/api");
        CatalogueApi.Map(api);
        CommunityApi.Map(api);
        MutualisationApi.Map(api);
        CostApi.Map(api);
        BaselineApi.Map(api);
        ValuesApi.Map(api);
        ValueHistoryApi.Map(api);
        TemplateApi.Map(api);
        SubmissionsApi.Map(api);
        PeriodsApi.Map(api);
        FiscalYearsApi.Map(api);
        SettledYearApi.Map(api);
        CallApi.Map(api);
        SourceApi.Map(api);
        EvaluationApi.Map(api);
        ReportsApi.Map(api);
        ReportActsApi.Map(api);
        DecisionApi.Map(api);
        UnitsApi.Map(api);
        InformApi.Map(api);
        ChargesApi.Map(api);
        OperationsApi.Map(api);
        PoisonApi.Map(api);
        NoticesApi.Map(api);
        SubscriptionsApi.Map(api);
        CalendarApi.Map(api);
        RebuildApi.Map(api);
        ArchiveApi.Map(api);
        HealthApi.Map(api);
        KeyApi.Map(api);
        AuditApi.Map(api);
        api.MapClockMoves()?.Require(Right.None);
        api.MapUnknown(site).Require(Right.Known);
    }
}
