using Evaluation.Functions.Callers;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Http;

namespace Evaluation.Functions.Access;

/// <summary>Who comes in, how often, to do what, and the trail it leaves.</summary>
internal static class RightsSetup
{
    public static void AddRights(this IServiceCollection services) => services
        .AddSingleton<DeveloperMachine>()
        .AddSingleton<Keyring>()
        .AddSingleton<BearerTokens>()
        .AddSingleton<DemoUsers>();

    /// <summary>
    /// On every request, whatever its address: what a caller may do hangs on the endpoint that routing found, so there
    /// is no way to write an address that passes by. In this order: no body is read, and nothing is noted, before the
    /// caller is known and admitted.
    /// </summary>
    public static void UseRights(this IApplicationBuilder app) => app
        .UseMiddleware<Access>()
        .UseMiddleware<CallLimit>()
        .UseMiddleware<Admission>()
        .UseMiddleware<BodyEncoding>()
        .UseRequestDecompression()
        .UseMiddleware<AuditedActs>();

    /// <summary>To be called once all addresses are mapped.</summary>
    /// <exception cref="StartUpException">An address does not say which right it asks for.</exception>
    public static void RequireDeclaredRights(this IEndpointRouteBuilder app)
    {
        var without = app.DataSources
            .SelectMany(source => source.Endpoints)
            .FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<RightAsked>() is null);
        if (without is not null)
        {
            throw new StartUpException($"The address {without.DisplayName} does not say which right it asks for.");
        }
    }
}
