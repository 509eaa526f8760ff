using Evaluation.Core.Communities;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Access;

/// <summary>
/// Lets a request through that has the right its address asks for: 401 for who is not known, 404 for what the caller
/// does not see, as if it did not exist, 403 for what it sees and may not do. Nothing of the body has been read.
/// </summary>
internal sealed class Admission(RequestDelegate next, IConfiguration configuration, Registry registry)
{
    private const string SignIn = "/.auth/login/aad?post_login_redirect_uri=";

    private readonly bool _platformSignsIn = ClientPrincipal.IsTrusted(configuration);

    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();

        // The app does not start with an address that says no right; one that routing made up itself asks to be known.
        var asked = endpoint?.Metadata.GetMetadata<RightAsked>()?.Right ?? Right.Known;
        if (asked != Right.None)
        {
            if (context.Features.Get<Caller>() is not { } caller)
            {
                RefuseUnknown(context, context.IsPageAsked());
                return;
            }

            if (endpoint is null || Admissible.Names.Any(n => context.Request.RouteValues[n] is string { Length: > Admissible.LongestName }))
            {
                throw EdgeRefusals.AddressUnknown.Refused();
            }

            await RequireAsync(caller, asked, context.Request.RouteValues, context.RequestAborted);
        }

        await next(context);
    }

    private async Task RequireAsync(
        Caller caller, Right asked, RouteValueDictionary address, CancellationToken cancellationToken)
    {
        // What is no SIREN is in nobody's own part: only who sees everything is told so.
        Siren? siren = address["siren"] is string text ? Siren.TryParse(text, out var read) ? read : default(Siren) : null;
        if (siren is { } named && !caller.Sees(named))
        {
            throw Addressed.NoCommunity();
        }

        if (siren is { } of && address["member"] is string member)
        {
            caller = await TowardsAsync(caller, of, member, cancellationToken);
        }

        var may = siren is { } community && address["id"] is string id
            ? await MayAsync(caller, asked, community, id, cancellationToken)
            : siren is { } whole && address["member"] is string
                ? caller.MayOwn(asked, whole)
                : caller.May(asked, siren);
        if (!may)
        {
            throw EdgeRefusals.AccessDenied.Refused();
        }
    }

    // Of all members a commune sees itself alone, by whatever name the address gives it: another answers as one that is not there, with whom it may ask for.
    private async Task<Caller> TowardsAsync(Caller caller, Siren siren, string member, CancellationToken cancellationToken)
    {
        if (caller.Grants.All(g => g.Member is null))
        {
            return caller;
        }

        var community = await registry.FindCommunityAsync(siren.ToString(), cancellationToken) ?? throw Addressed.NoCommunity();
        var towards = caller.Towards(community.Value.Find(member)?.Siren);
        return towards.Sees(siren) ? towards : throw Addressed.OtherMember();
    }

    private async Task<bool> MayAsync(
        Caller caller, Right right, Siren siren, string id, CancellationToken cancellationToken)
    {
        if (caller.Sees(siren, id))
        {
            return caller.May(right, siren, id);
        }

        // A commune sees the services in which it takes part, which only the service tells.
        return caller.Grants.Any(g => g.Member is not null)
            && await registry.FindCommunityAsync(siren.ToString(), cancellationToken) is { } community
            && await registry.FindMutualisationAsync(community.Value, id, cancellationToken) is { } mutualisation
            && caller.Sees(siren, mutualisation.Value)
                ? caller.May(right, siren, mutualisation.Value)
                : throw Addressed.NoMutualisation();
    }

    private void RefuseUnknown(HttpContext context, bool isPortal)
    {
        var request = context.Request;
        if (!isPortal)
        {
            context.Response.Headers.WWWAuthenticate = "ApiKey, Bearer";
            throw EdgeRefusals.AccessKey.Refused(Access.KeyHeader);
        }

        if (!_platformSignsIn || !ClientPrincipal.IsAbsent(request))
        {
            throw EdgeRefusals.AccessSignIn.Refused();
        }

        context.Response.Redirect(SignIn + Uri.EscapeDataString(request.Path + request.QueryString));
    }
}
