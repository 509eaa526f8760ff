using Evaluation.Core.Mutualisations;
using Microsoft.Extensions.Options;

namespace Evaluation.Functions.Collect;

/// <summary>
/// The secrets that make the app known to feeds: settings <c>Collect__Secrets__{name}</c>. They go into one header of
/// one request and nowhere else: no log, no answer, no message of an error.
/// </summary>
internal sealed class FeedSecrets(IOptions<CollectOptions> options)
{
    private const string VaultReference = "@Microsoft.KeyVault(";

    /// <summary>Whether a source asks for no secret, or for one that is set.</summary>
    public bool Knows(FeedAuthentication? authentication) => authentication is null || Find(authentication) is not null;

    /// <summary>The value of the header.</summary>
    /// <exception cref="FeedException">No such secret is set, or it cannot be the value of a header.</exception>
    public string Require(FeedAuthentication authentication) => Find(authentication) ?? throw new FeedException(
        $"Le secret « {authentication.Secret} » de la source n’est pas réglé : demandez à l’administrateur le réglage Collect__Secrets__{authentication.Secret}.")
    {
        IsPermanent = true,
    };

    // A vault reference that could not be resolved reaches the app as its own text: that is no secret to send away.
    private string? Find(FeedAuthentication authentication) =>
        options.Value.Secrets.TryGetValue(authentication.Secret, out var value)
        && value.Length > 0
        && value.All(c => c is >= ' ' and <= '~')
        && !value.StartsWith(VaultReference, StringComparison.OrdinalIgnoreCase)
            ? value
            : null;
}
