using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Evaluation.Core.Communities;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Store;
using Microsoft.Extensions.Options;

namespace Evaluation.Functions.Access;

/// <summary>
/// Knows keys by their text. What it looked up it keeps for 30 seconds, so that a push does not pay a read each time:
/// a revoked key stops at once in the process that revoked it, within that time in the others.
/// </summary>
internal sealed class Keyring(IOptions<SecurityOptions> options, KeyStore store, TimeProvider clock)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);
    private static readonly Caller Administrator = new("key:bootstrap") { Grants = [Grant.Of(Role.Admin)] };

    private readonly byte[]? _adminKey = options.Value.BootstrapAdminKey is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : null;
    private readonly ConcurrentDictionary<(Siren Siren, string KeyId), (ApiKey? Key, long Since)> _kept = new();

    /// <summary>Whose key it is; null when it is nobody’s, or no longer.</summary>
    public async ValueTask<Caller?> FindCallerAsync(string text, CancellationToken cancellationToken)
    {
        if (!ApiKeyText.TryParse(text, out var given))
        {
            return _adminKey is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), _adminKey)
                ? Administrator
                : null;
        }

        if (await FindAsync(given, cancellationToken) is not { } key || !key.IsOpenedBy(given.Hash, clock.GetUtcNow()))
        {
            return null;
        }

        // Who uses it was told it.
        if (key.IsUntold && key.IsPresent(given.Hash))
        {
            await NoteToldAsync(given, cancellationToken);
        }

        return key.Caller;
    }

    /// <summary>Notes that a text reached someone.</summary>
    public async Task NoteToldAsync(ApiKeyText text, CancellationToken cancellationToken)
    {
        await store.ChangeAsync(
            text.Siren,
            text.KeyId,
            key => key.IsPresent(text.Hash) ? key with { IsUntold = false } : key,
            cancellationToken);
        Forget(text.Siren, text.KeyId);
    }

    /// <summary>Drops what is kept of a key that changed.</summary>
    public void Forget(Siren siren, string keyId) => _kept.TryRemove((siren, keyId), out _);

    private async ValueTask<ApiKey?> FindAsync(ApiKeyText given, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue((given.Siren, given.KeyId), out var kept) && clock.GetElapsedTime(kept.Since) < KeptFor)
        {
            return kept.Key;
        }

        var since = clock.GetTimestamp();
        var key = await store.FindAsync(given.Siren, given.KeyId, cancellationToken);
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[(given.Siren, given.KeyId)] = (key, since);
        return key;
    }
}
