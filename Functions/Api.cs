using Evaluation.Functions.Administer;
using Evaluation.Functions.Administer.Audit;
using Evaluation.Functions.Administer.Keys;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Close;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Decide;
using Evaluation.Functions.Describe;
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
        Of(api, "declare", "Déclarer", CatalogueApi.Map, CommunityApi.Map, MutualisationApi.Map, BaselineApi.Map);
        Of(api, "send", "Transmettre des valeurs", ValuesApi.Map, ValueHistoryApi.Map, TemplateApi.Map, SubmissionsApi.Map, SourceApi.Map);
        Of(api, "close", "Clore les périodes", PeriodsApi.Map, FiscalYearsApi.Map, CalendarApi.Map);
        Of(api, "accounts", "Tenir les comptes", CostApi.Map, CallApi.Map, SettledYearApi.Map, ChargesApi.Map);
        Of(api, "evaluate", "Évaluer", EvaluationApi.Map);
        Of(api, "reports", "Rapports et décisions", ReportsApi.Map, ReportActsApi.Map, DecisionApi.Map, SubscriptionsApi.Map);
        Of(api, "members", "Membres", UnitsApi.Map, InformApi.Map);
        Of(api, "keys", "Clés et journal des actes", KeyApi.Map, AuditApi.Map);
        Of(api, "operate", "Exploiter", OperationsApi.Map, PoisonApi.Map, NoticesApi.Map, RebuildApi.Map, ArchiveApi.Map, HealthApi.Map, OpenApiApi.Map);
        api.MapClockMoves()?.Require(Right.None);
        api.MapUnknown(site).Require(Right.Known);
    }

    // What a developer finds together.
    private static void Of(RouteGroupBuilder api, string id, string title, params ReadOnlySpan<Action<RouteGroupBuilder>> maps)
    {
        var routes = api.MapGroup("").WithMetadata(new Subject(id, title));
        foreach (var map in maps)
        {
            map(routes);
        }
    }
}
