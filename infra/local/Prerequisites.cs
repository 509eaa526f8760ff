using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Evaluation.Local;

/// <summary>What must be there before anything starts; each lack is one French line.</summary>
internal static class Prerequisites
{
    private const int OldestNode = 20;

    /// <exception cref="LocalRunException">Node.js is missing or too old.</exception>
    public static async Task RequireNodeAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--version");
        try
        {
            using var node = Process.Start(start)!;
            var version = (await node.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
            await node.WaitForExitAsync(cancellationToken);
            if (!int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                || major < OldestNode)
            {
                throw new LocalRunException($"Node.js {version} est trop ancien : installez la version 20 ou une plus récente.");
            }
        }
        catch (Win32Exception e)
        {
            throw new LocalRunException("Node.js est introuvable : installez la version 20 ou une plus récente.", e);
        }
    }

    /// <exception cref="LocalRunException">Another program listens there.</exception>
    public static void RequireFree(int port)
    {
        if (!IsFree(port))
        {
            throw new LocalRunException(string.Create(
                CultureInfo.InvariantCulture, $"Le port {port} est déjà pris : choisissez-en un autre avec --port."));
        }
    }

    /// <summary>Whether nothing listens on the loopback port.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
