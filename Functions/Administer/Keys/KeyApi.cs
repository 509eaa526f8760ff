using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Administer.Keys;

/// <summary>Keys of applications: made, listed, renewed, revoked. A secret is only ever told once.</summary>
internal static class KeyApi
{
    private const string Address = "/communities/{siren}/keys";
    private const string One = Address + "/{keyId}";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost(Address, Make).Require(Right.Administer);
        api.MapGet(Address, List).Require(Right.Administer);
        api.MapPost(One + "/rotation", Rotate).Require(Right.Administer);
        api.MapDelete(One, Revoke).Require(Right.Administer);
    }

    private static async Task<IResult> Make(
        HttpContext context,
        string siren,
        Addressed addressed,
        KeyRequests requests,
        KeyStore keys,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var request = await Documents.ReadAsync(context.Request, KeyJson.Default.KeyRequest, cancellationToken);
        var text = ApiKeyText.New(community.Siren);
        var key = await requests.ReadAsync(request, community, text, context.Caller(), cancellationToken);
        await keys.AddAsync(key, cancellationToken);
        var entry = Entry(key, clock.GetUtcNow());
        context.Response.Headers.Location = entry.Address;
        return Tell(context, text, entry, StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(
        string siren, Addressed addressed, KeyStore keys, TimeProvider clock, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var now = clock.GetUtcNow();
        var all = await keys.ListAsync(community.Siren, cancellationToken);
        return Results.Json(new KeyList([.. all.Select(k => Entry(k, now))]), KeyJson.Answers.KeyList);
    }

    private static async Task<IResult> Rotate(
        HttpContext context,
        string siren,
        string keyId,
        Addressed addressed,
        KeyStore keys,
        Keyring ring,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value.Siren;
        var request = await Documents.ReadAsync(context.Request, KeyJson.Default.RotationRequest, cancellationToken);
        var overlap = KeyRequests.OverlapOf(request);
        var now = clock.GetUtcNow();
        var text = ApiKeyText.New(community, keyId);
        var key = await ChangeAsync(
            keys,
            ring,
            community,
            keyId,
            k => k.StateAt(now) == ApiKey.Active
                ? k with
                {
                    Hash = text.Hash,
                    PreviousHash = k.Hash,
                    PreviousUntil = now + overlap,
                    RotatedAt = now,
                    RotatedBy = context.Caller().Name,
                }
                : throw new ApiProblemException(409, "apiKey.ended", "Cette clé a pris fin : créez-en une autre."),
            cancellationToken);
        return Tell(context, text, Entry(key, now), StatusCodes.Status200OK);
    }

    private static async Task<IResult> Revoke(
        HttpContext context,
        string siren,
        string keyId,
        Addressed addressed,
        KeyStore keys,
        Keyring ring,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value.Siren;
        var now = clock.GetUtcNow();
        var key = await ChangeAsync(
            keys,
            ring,
            community,
            keyId,
            k => k.RevokedAt is null ? k with { RevokedAt = now, RevokedBy = context.Caller().Name } : k,
            cancellationToken);
        return Results.Json(Entry(key, now), KeyJson.Answers.KeyEntry);
    }

    private static async Task<ApiKey> ChangeAsync(
        KeyStore keys, Keyring ring, Siren siren, string keyId, Func<ApiKey, ApiKey> change, CancellationToken cancellationToken)
    {
        var changed = ApiKeyText.IsId(keyId) ? await keys.ChangeAsync(siren, keyId, change, cancellationToken) : null;
        ring.Forget(siren, keyId);
        return changed ?? throw new ApiProblemException(404, "apiKey.unknown", "Cette clé n’existe pas : vérifiez son identifiant.");
    }

    private static IResult Tell(HttpContext context, ApiKeyText text, KeyEntry entry, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new NewSecret(text.ToString(), entry), KeyJson.Answers.NewSecret, statusCode: status);
    }

    private static KeyEntry Entry(ApiKey key, DateTimeOffset now) => new(
        key.KeyId,
        key.Label,
        key.StateAt(now),
        key.Mutualisations,
        [.. key.Rights.Select(DomainCode.Of)],
        key.ExpiresOn,
        key.CreatedAt,
        key.CreatedBy,
        key.RotatedAt,
        key.RotatedBy,
        key.PreviousUntil,
        key.RevokedAt,
        key.RevokedBy,
        $"/api/communities/{key.Siren}/keys/{key.KeyId}");
}
