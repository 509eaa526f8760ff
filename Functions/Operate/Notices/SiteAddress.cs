namespace Evaluation.Functions.Operate.Notices;

/// <summary>Where readers find this app.</summary>
/// <param name="Root">Without a slash at its end; empty when nobody said: addresses then begin with their path.</param>
internal sealed record SiteAddress(string Root)
{
    // What the host that runs the app says of itself.
    private const string HostName = "WEBSITE_HOSTNAME";

    /// <summary>The address of a path of this app.</summary>
    public string Of(string path) => Root + path;

    /// <param name="options">Checked when the app started.</param>
    /// <param name="configuration">Says what the host is called.</param>
    public static SiteAddress Of(NoticesOptions options, IConfiguration configuration) => new(
        options.Site is { Length: > 0 } site ? site.TrimEnd('/')
        : configuration[HostName] is { Length: > 0 } host ? $"https://{host}"
        : "");
}
