using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Evaluation.Local;

[assembly: AssemblyFixture(typeof(Evaluation.Functions.Tests.Infra.CompiledTemplate))]

namespace Evaluation.Functions.Tests.Infra;

/// <summary>The Bicep compiler, as deployments use it.</summary>
internal static class Bicep
{
    private static readonly string Program = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Bicep").Value!;

    /// <summary>What it prints, and what it finds fault with: errors, warnings and the linter's remarks.</summary>
    public static async Task<(string Output, string Faults)> RunAsync(
        string command, string file, params (string Name, string Value)[] variables)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The package holds the compiler for Linux.");
        if (!OperatingSystem.IsWindows())
        {
            // Packages carry no permissions.
            File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo(Program)
        {
            ArgumentList = { command, file },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", ["BICEP_TRACING_ENABLED"] = "false" },
        };
        if (command != "lint")
        {
            start.ArgumentList.Add("--stdout");
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var compiler = Process.Start(start) ?? throw new InvalidOperationException("The compiler did not start.");
        var output = compiler.StandardOutput.ReadToEndAsync(cancellationToken);
        var faults = compiler.StandardError.ReadToEndAsync(cancellationToken);
        await compiler.WaitForExitAsync(cancellationToken);
        return (await output, await faults);
    }
}

/// <summary>What <c>infra/main.bicep</c> compiles to, once for all tests.</summary>
public sealed class CompiledTemplate : IAsyncLifetime
{
    private JsonDocument? _compiled;

    /// <summary>The template as a whole.</summary>
    public JsonElement Main => _compiled!.RootElement;

    /// <summary>What the compiler and its linter found fault with.</summary>
    public string Faults { get; private set; } = "";

    /// <summary>The template of each module, by the name it has in <c>main.bicep</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Modules => Main.GetProperty("resources").EnumerateObject()
        .ToDictionary(r => r.Name, r => r.Value.GetProperty("properties").GetProperty("template"));

    public async ValueTask InitializeAsync()
    {
        if (OperatingSystem.IsLinux())
        {
            (var output, Faults) = await Bicep.RunAsync("build", RepositoryRoot.PathOf("infra/main.bicep"));
            _compiled = JsonDocument.Parse(output);
        }
    }

    public ValueTask DisposeAsync()
    {
        _compiled?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A resource of a module, by its type.</summary>
    public JsonElement Resource(string module, string type)
    {
        var resources = Modules[module].GetProperty("resources");
        return (resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray() : resources.EnumerateObject().Select(r => r.Value))
            .Single(r => r.GetProperty("type").GetString() == type);
    }
}
