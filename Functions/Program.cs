using Evaluation.Functions;
using Evaluation.Functions.Access;
using Evaluation.Functions.Consult.Routes;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Options;

return await StartUp.RunAsync(() =>
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.AddHosting(site =>
    {
        site.UseResponseCompression();
        site.UseMiddleware<ApiErrors>();
        site.UseMiddleware<HeadRequests>();
        site.UseRouting();
        site.UseMiddleware<ReadPatience>();
        site.UseRights();
        site.UseMiddleware<AskedParameters>();
        site.UseEndpoints(endpoints =>
        {
            Api.Map(endpoints);
            Portal.Map(endpoints);
            endpoints.RequireDeclaredRights();
        });
    });
    builder.Services.AddSteps(builder.Configuration);
    var app = builder.Build();

    // Now, because what is set up wrongly must stop the start.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    app.Services.GetRequiredService<Site>();
    return app;
});
