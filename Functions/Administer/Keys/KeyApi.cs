using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Access;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Administer.Keys;

/// <summary>Keys of applications: made, listed, renewed, revoked. A secret is only ever told once.</summary>
internal static class KeyApi
{
    private const string Address = "/communities/{siren}/keys";
    private const string One = Address + "/{keyId}";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost(Address, Make).Require(Right.Administer)
            .WithSummary("Crée une clé d’application : seule cette réponse donne jamais son secret.")
            .Takes(() => KeyJson.Default.KeyRequest)
            .Answers(() => KeyJson.Answers.NewSecret, StatusCodes.Status201Created)
            .WithMetadata(new AnswerLocated());
        api.MapGet(Address, List).Require(Right.Administer)
            .WithSummary("Les clés de la communauté, y compris celles qui ont pris fin, sans leur secret.")
            .Answers(() => KeyJson.Answers.KeyList);
        api.MapPost(One + "/rotation", Rotate).Require(Right.Administer)
            .WithSummary("Renouvelle le secret d’une clé : l’ancien vaut encore pendant le recouvrement demandé.")
            .Takes(() => KeyJson.Default.RotationRequest)
            .Answers(() => KeyJson.Answers.NewSecret);
        api.MapDelete(One, Revoke).Require(Right.Administer)
            .WithSummary("Révoque une clé.")
            .Answers(() => KeyJson.Answers.KeyEntry);
    }

    private static async Task<IResult> Make(
        HttpContext context,
        string siren,
        Addressed addressed,
        KeyRequests requests,
        KeyStore keys,
        Keyring ring,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var request = await Documents.ReadAsync(context.Request, KeyJson.Default.KeyRequest, cancellationToken);
        var text = ApiKeyText.New(community.Siren);
        var key = await requests.ReadAsync(request, community, text, context.Caller(), cancellationToken);
        await RevokeUntoldAsync(key, keys, ring, cancellationToken);
        await keys.AddAsync(key, cancellationToken);
        var entry = Entry(key with { IsUntold = false }, clock.GetUtcNow());
        context.Response.Headers.Location = entry.Address;
        return new ToldSecret(text, entry, StatusCodes.Status201Created);
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
                ? k.Rotate(text.Hash, now, overlap, context.Caller().Name)
                : throw EdgeRefusals.ApiKeyEnded.Refused(),
            cancellationToken);
        return new ToldSecret(text, Entry(key with { IsUntold = false }, now), StatusCodes.Status200OK);
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
        return changed ?? throw EdgeRefusals.ApiKeyUnknown.Refused();
    }

    // The same asked for again after a lost answer: one key is left, and its text was told.
    private static async Task RevokeUntoldAsync(ApiKey asked, KeyStore keys, Keyring ring, CancellationToken cancellationToken)
    {
        foreach (var untold in (await keys.ListAsync(asked.Siren, cancellationToken))
            .Where(k => k is { IsUntold: true, RotatedAt: null, RevokedAt: null } && k.IsAskedForLike(asked)))
        {
            await ChangeAsync(
                keys,
                ring,
                asked.Siren,
                untold.KeyId,
                k => k is { IsUntold: true, RevokedAt: null } ? k with { RevokedAt = asked.CreatedAt, RevokedBy = asked.CreatedBy } : k,
                cancellationToken);
        }
    }

    private static KeyEntry Entry(ApiKey key, DateTimeOffset now) => new(
        key.KeyId,
        key.Label,
        key.StateAt(now),
        key.Mutualisations,
        [.. key.Rights.Select(DomainCode.Of)],
        key.ExpiresOn,
        key.IsUntold ? false : null,
        key.CreatedAt,
        key.CreatedBy,
        key.RotatedAt,
        key.RotatedBy,
        key.PreviousUntil,
        key.RevokedAt,
        key.RevokedBy,
        $"/api/communities/{key.Siren}/keys/{key.KeyId}");
}
