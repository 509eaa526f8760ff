using System.ComponentModel;
using System.Diagnostics;

namespace Evaluation.Local;

/// <summary>The npm packages that a folder's lock file pins.</summary>
internal static class NodePackages
{
    /// <summary>Installs them unless they are there; several processes may ask at once.</summary>
    /// <exception cref="LocalRunException">npm is missing or failed.</exception>
    public static async Task EnsureInstalledAsync(string folder, CancellationToken cancellationToken)
    {
        // npm writes this file last, so its presence means a whole installation.
        if (File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
        {
            return;
        }

        await using var only = await OneAtATimeAsync(Path.Combine(folder, ".install.lock"), cancellationToken);
        if (File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
        {
            return;
        }

        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "ci", "--no-audit", "--no-fund", "--ignore-scripts" })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var npm = Process.Start(start) ?? throw new LocalRunException("npm did not start.");
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = npm.StandardError.ReadToEndAsync(cancellationToken);
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
            {
                throw new LocalRunException(
                    $"npm could not install the storage emulator: {(await errors).Trim()} {(await output).Trim()}");
            }
        }
        catch (Win32Exception e)
        {
            throw new LocalRunException("npm was not found: install Node.js 20 or later and try again.", e);
        }
    }

    private static async Task<FileStream> OneAtATimeAsync(string lockFile, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    lockFile, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }
}
