using Evaluation.Functions.Callers;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Access;

/// <summary>
/// Says who asks: by a key, a token or what the platform tells of a person. On a developer’s machine whoever gives none
/// of them is a demonstration user or the administrator. Who is not recognised goes on without a caller: the limit of
/// calls counts it, then <see cref="Admission"/> refuses it.
/// </summary>
internal sealed class Access(
    RequestDelegate next, IConfiguration configuration, DeveloperMachine machine, Keyring keys, BearerTokens tokens, DemoUsers demo)
{
    public const string KeyHeader = "X-Api-Key";
    private const string BearerScheme = "Bearer ";

    private readonly bool _platformSignsIn = ClientPrincipal.IsTrusted(configuration);

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;

        // A page elsewhere could point its own name at loopback and read what is here.
        if (machine.IsIt && !DeveloperMachine.IsLoopbackName(request.Host.Host))
        {
            throw EdgeRefusals.AccessHost.Refused();
        }

        if (await IdentifyAsync(request, context.RequestAborted) is { } caller)
        {
            context.Features.Set(caller);
        }

        await next(context);
    }

    private async ValueTask<Caller?> IdentifyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers[KeyHeader].ToString() is { Length: > 0 } key)
        {
            return await keys.FindCallerAsync(key, cancellationToken);
        }

        if (tokens.AreTaken
            && request.Headers.Authorization.ToString() is { } given
            && given.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase))
        {
            return await tokens.FindCallerAsync(given[BearerScheme.Length..], cancellationToken);
        }

        // Here nobody else could have signed in: what says who calls is not passed over.
        if (machine.IsIt && request.Headers.Authorization.Count > 0)
        {
            return null;
        }

        var person = PersonOf(request);
        return person is null || SameOrigin.Holds(request)
            ? person
            : throw EdgeRefusals.AccessOrigin.Refused();
    }

    private Caller? PersonOf(HttpRequest request) =>
        machine.IsIt ? demo.Find(request) ?? Caller.Local
        : _platformSignsIn ? ClientPrincipal.Read(request)
        : null;
}
