using System.Text.Json;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Hosting;

public sealed class LayoutTests
{
    // The tests' own output folder holds the same layout: it comes with the reference to the app.
    private static readonly string Root = AppContext.BaseDirectory;

    public static TheoryData<string, string> Functions() => new()
    {
        { "Api", "Consult" },
        { "Portal", "Consult" },
        { "CollectOnSchedule", "Collect" },
        { "CollectSource", "Collect" },
        { "ReviewOnSchedule", "Report" },
        { "BuildReport", "Report" },
        { "RemindOnSchedule", "Operate" },
        { "ReconcileOnSchedule", "Operate" },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_is_a_folder_with_its_declaration_and_nothing_else(string function, string step)
    {
        var file = Assert.Single(Directory.GetFileSystemEntries(Path.Combine(Root, function)));
        Assert.Equal("function.json", Path.GetFileName(file));
        Assert.Equal(
            File.ReadAllText(RepositoryRoot.PathOf($"Functions/{step}/{function}.function.json")), File.ReadAllText(file));
    }

    [Fact]
    public void There_are_no_other_functions()
    {
        var laidOut = Directory.GetFiles(Root, "function.json", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)));

        Assert.Equal(
            Functions().Select(row => row.Data.Item1).Order(StringComparer.Ordinal), laidOut.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_api_and_the_portal_have_public_addresses()
    {
        var routes = Directory.GetFiles(Root, "function.json", SearchOption.AllDirectories)
            .Select(file => JsonElement.Parse(File.ReadAllText(file)).GetProperty("bindings")[0])
            .Where(binding => binding.GetProperty("type").GetString() == "httpTrigger")
            .Select(binding => binding.GetProperty("route").GetString());

        Assert.Equal(["api/{*path}", "portal/{*path}"], routes.Order(StringComparer.Ordinal));
        Assert.Equal("", HostFile().GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }

    [Fact]
    public void The_host_finds_the_program_and_passes_requests_on_as_they_are()
    {
        var handler = HostFile().GetProperty("customHandler");
        var program = handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString();

        Assert.Equal(typeof(Program).Assembly.GetName().Name, program);
        Assert.True(handler.GetProperty("enableProxyingHttpRequest").GetBoolean());
        Assert.True(handler.GetProperty("enableForwardingHttpRequest").GetBoolean());
    }

    private static JsonElement HostFile() => JsonElement.Parse(File.ReadAllText(Path.Combine(Root, "host.json")));
}
