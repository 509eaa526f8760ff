using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>How notices go out: by mail, by webhook, or neither, in which case they are read in the portal.</summary>
internal sealed class NoticesOptions
{
    public const string Section = "Notices";

    /// <summary>
    /// Address of this app as its readers know it, such as <c>https://evaluation.exemple.fr</c>; that of the host unless set.
    /// </summary>
    public string? Site { get; set; }

    /// <summary>The mail server; none unless its host is set.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>The receiver of posts; none unless its address is set.</summary>
    public WebhookOptions Webhook { get; set; } = new();

    public bool IsSiteRight(DeveloperMachine machine) =>
        Uri.TryCreate(Site, UriKind.Absolute, out var address)
        && address is { UserInfo.Length: 0, PathAndQuery: "/", Fragment.Length: 0 }
        && machine.Allows(address);
}

/// <summary>A mail server.</summary>
internal sealed class SmtpOptions
{
    /// <summary>None unless set.</summary>
    public string? Host { get; set; }

    /// <summary>1 to 65535; 587 unless set.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Address of the sender; goes with the host.</summary>
    public string? From { get; set; }

    /// <summary>Whether the connection is encrypted; true unless set.</summary>
    public bool UseTls { get; set; } = true;

    /// <summary>Nobody signs in unless set; never without encryption.</summary>
    public string? User { get; set; }

    /// <summary>Goes with the user.</summary>
    public string? Password { get; set; }

    public bool IsSet => !string.IsNullOrEmpty(Host);
}

/// <summary>A receiver of posts.</summary>
internal sealed class WebhookOptions
{
    private const int ShortestSecret = 32;

    /// <summary>An https address without user or password (http on a developer’s own machine); none unless set.</summary>
    public string? Url { get; set; }

    /// <summary>Signs the bodies, 32 characters or more; goes with the address.</summary>
    public string? Secret { get; set; }

    public bool IsSet => !string.IsNullOrEmpty(Url);

    public bool IsSecretRight => Secret is { Length: >= ShortestSecret } && !Secret.StartsWith("@Microsoft.KeyVault", StringComparison.Ordinal);

    public bool IsAddressRight(DeveloperMachine machine) =>
        Uri.TryCreate(Url, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && machine.Allows(address);
}
