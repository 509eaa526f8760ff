using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Evaluation.Functions.Hosting;

/// <summary>Where the app listens: always loopback, on the port the Functions host names or on the local one.</summary>
/// <param name="Port">0 lets the system choose one (local runs only).</param>
/// <param name="Hosted">Whether a Functions host started the app.</param>
internal sealed record ListeningPoint(int Port, bool Hosted)
{
    private const string HostsSetting = "FUNCTIONS_CUSTOMHANDLER_PORT";
    private const string LocalSetting = "Port";
    private const int LocalDefault = 7071;
    private const long BodyLimit = 100L * 1024 * 1024;

    public static ListeningPoint From(IConfiguration configuration)
    {
        var hosts = configuration[HostsSetting];
        return string.IsNullOrEmpty(hosts)
            ? new ListeningPoint(PortOf(LocalSetting, configuration[LocalSetting], least: 0) ?? LocalDefault, Hosted: false)
            : new ListeningPoint(PortOf(HostsSetting, hosts, least: 1) ?? LocalDefault, Hosted: true);
    }

    /// <summary>
    /// Set in code: the host's own ASPNETCORE_URLS is inherited by the handler and must not decide.
    /// </summary>
    public void Apply(ConfigureWebHostBuilder webHost)
    {
        webHost.UseSetting(WebHostDefaults.ServerUrlsKey, "");
        webHost.UseSetting(WebHostDefaults.HttpPortsKey, "");
        webHost.UseSetting(WebHostDefaults.HttpsPortsKey, "");
        webHost.UseSetting(WebHostDefaults.PreferHostingUrlsKey, "false");
        webHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit;
            kestrel.Listen(IPAddress.Loopback, Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
    }

    private static int? PortOf(string setting, string? text, int least)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port >= least && port <= IPEndPoint.MaxPort
                ? port
                : throw new StartUpException($"The setting {setting} must be a port number, not \"{text}\".");
    }
}
