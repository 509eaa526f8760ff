using System.Text;
using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>Where notices are posted.</summary>
/// <param name="Address">https; http only for loopback on a developer’s machine.</param>
/// <param name="Secret">Signs the bodies.</param>
internal sealed record WebhookSettings(Uri Address, ReadOnlyMemory<byte> Secret)
{
    private const string UrlSetting = "Notices:Webhook:Url";
    private const string SecretSetting = "Notices:Webhook:Secret";
    private const int ShortestSecret = 32;

    /// <summary>The settings; null when no address is given.</summary>
    /// <exception cref="StartUpException">The address or the secret is not valid.</exception>
    public static WebhookSettings? Read(IConfiguration configuration, DeveloperMachine machine)
    {
        if (configuration[UrlSetting] is not { Length: > 0 } url)
        {
            return null;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.UserInfo.Length > 0
            || !(address.Scheme == Uri.UriSchemeHttps
                || (address.Scheme == Uri.UriSchemeHttp && machine.IsIt && address.IsLoopback)))
        {
            throw new StartUpException("The setting Notices__Webhook__Url must be an https address without user or password.");
        }

        var secret = configuration[SecretSetting] ?? "";
        return secret.Length >= ShortestSecret && !secret.StartsWith("@Microsoft.KeyVault", StringComparison.Ordinal)
            ? new WebhookSettings(address, Encoding.UTF8.GetBytes(secret))
            : throw new StartUpException("The setting Notices__Webhook__Secret must be a secret of at least 32 characters.");
    }
}
