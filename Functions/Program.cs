using Evaluation.Functions;
using Evaluation.Functions.Administer;
using Evaluation.Functions.Administer.Rights;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Report;

return await StartUp.RunAsync(async () =>
{
    var builder = WebApplication.CreateSlimBuilder(args);
    builder.AddHosting();
    builder.AddSteps();

    var app = builder.Build();
    app.UseHosting().Require(Right.None);
    app.UseResponseCompression();
    app.UseMiddleware<ApiErrors>();
    app.UseMiddleware<HeadRequests>();
    app.UseRouting();
    app.UseMiddleware<ReadPatience>();
    app.UseRights();
    app.UseMiddleware<AskedParameters>();

    CollectOnSchedule.Map(app);
    CollectSource.Map(app);
    ReviewOnSchedule.Map(app);
    BuildReport.Map(app);
    RemindOnSchedule.Map(app);
    ReconcileOnSchedule.Map(app);
    Api.Map(app);
    Portal.Map(app);
    app.RequireDeclaredRights();

    await app.RunAsync();
});
