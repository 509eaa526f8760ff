using Evaluation.Functions.Collect;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Report;

return await StartUp.RunAsync(async () =>
{
    var builder = WebApplication.CreateSlimBuilder(args);
    builder.AddHosting();

    var app = builder.Build();
    app.UseHosting();
    CollectOnSchedule.Map(app);
    CollectSource.Map(app);
    ReviewOnSchedule.Map(app);
    BuildReport.Map(app);
    RemindOnSchedule.Map(app);
    ReconcileOnSchedule.Map(app);

    await app.RunAsync();
});
