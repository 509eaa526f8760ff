using Evaluation.Functions.Callers;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Http;

namespace Evaluation.Functions.Access;

/// <summary>Who comes in, how often, to do what, and the trail it leaves.</summary>
internal static class RightsSetup
{
    public static void AddRights(this IServiceCollection services)
    {
        services
            .AddSingleton<DeveloperMachine>()
            .AddSingleton<Keyring>()
            .AddSingleton<BearerTokens>()
            .AddSingleton<DemoUsers>();
        services.AddSettings<CallLimitOptions>(CallLimitOptions.Section)
            .Validate(o => CallLimitOptions.IsLimit(o.PerMinute), "The setting RateLimit__PerMinute must be a number from 1 to 100000.")
            .Validate(o => CallLimitOptions.IsLimit(o.Burst), "The setting RateLimit__Burst must be a number from 1 to 100000.");
        services.AddSettings<SecurityOptions>(SecurityOptions.Section)
            .Validate(
                o => o.IsKeyResolved,
                "The setting Security__BootstrapAdminKey is a Key Vault reference that was not resolved: check the app's access to the vault.")
            .Validate(o => o.IsKeyLongEnough, "The setting Security__BootstrapAdminKey must have at least 32 characters.")
            .Validate(o => o.Jwt.IsWhole, "The settings Security__Jwt__Authority and Security__Jwt__Audience go together.")
            .Validate<DeveloperMachine>(
                (o, machine) => o.Jwt.IsAddressRight(machine.IsIt), "The setting Security__Jwt__Authority must be an https address.");
    }

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
