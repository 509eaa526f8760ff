using System.Text;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>Where notices are posted.</summary>
/// <param name="Address">https; http only for loopback on a developer’s machine.</param>
/// <param name="Secret">Signs the bodies.</param>
internal sealed record WebhookSettings(Uri Address, ReadOnlyMemory<byte> Secret)
{
    /// <summary>The settings; null when no address is given.</summary>
    /// <param name="options">Checked when the app started.</param>
    public static WebhookSettings? Of(WebhookOptions options) =>
        options.IsSet ? new WebhookSettings(new Uri(options.Url!), Encoding.UTF8.GetBytes(options.Secret ?? "")) : null;
}
