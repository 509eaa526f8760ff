using Evaluation.Functions.Administer.Audit;
using Evaluation.Functions.Administer.Keys;
using Evaluation.Functions.Consult;

namespace Evaluation.Functions.Administer.Rights;

/// <summary>Who comes in, how often, to do what, and the trail it leaves.</summary>
internal static class RightsSetup
{
    public static void AddRights(this IServiceCollection services) => services
        .AddSingleton<DeveloperMachine>()
        .AddSingleton<Keyring>()
        .AddSingleton<KeyRequests>()
        .AddSingleton<BearerTokens>()
        .AddSingleton<DemoUsers>();

    /// <summary>In this order: no body is read, and nothing is noted, before the caller is known and admitted.</summary>
    public static void UseRights(this IApplicationBuilder app)
    {
        app.UseWhen(IsServed, served =>
        {
            served.UseMiddleware<Access>();
            served.UseMiddleware<CallLimit>();
            served.UseMiddleware<Admission>();
            served.UseMiddleware<BodyEncoding>();
            served.UseRequestDecompression();
            served.UseMiddleware<AuditedActs>();
        });
    }

    // Nothing else is routed from outside: see the functions Api and Portal.
    private static bool IsServed(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/portal", StringComparison.Ordinal);
}
