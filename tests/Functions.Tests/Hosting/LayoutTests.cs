using System.Text.Json;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>What the build lays out for the Functions host.</summary>
public sealed class LayoutTests
{
    private static readonly string Root = RepositoryRoot.PathOf(Path.Combine(
        "artifacts", "bin", "Functions", new DirectoryInfo(AppContext.BaseDirectory).Name));

    [Fact]
    public void The_functions_are_declared_with_their_triggers_and_no_others()
    {
        var declared = JsonElement.Parse(File.ReadAllText(Path.Combine(Root, "functions.metadata"))).EnumerateArray()
            .Select(function => $"{function.GetProperty("name")} {TriggerOf(function)}");

        Assert.Equal(
            [
                "Api httpTrigger Anonymous api/{*path} get,post,put,delete,head,options,patch",
                "BuildReport queueTrigger reports",
                "CollectOnSchedule timerTrigger 0 */5 * * * *",
                "CollectSource queueTrigger collect",
                "Portal httpTrigger Anonymous portal/{*path} get,post,put,delete,head,options,patch",
                "ReconcileOnSchedule timerTrigger 0 */15 * * * *",
                "RemindOnSchedule timerTrigger 0 5 * * * *",
                "ReviewOnSchedule timerTrigger 0 0 5 * * *",
            ],
            declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_host_starts_the_program_with_the_runtime_that_it_keeps_warm()
    {
        var description = Json("worker.config.json").GetProperty("description");

        Assert.Equal("dotnet-isolated", description.GetProperty("language").GetString());
        Assert.Equal("dotnet", description.GetProperty("defaultExecutablePath").GetString());
        Assert.Equal($"{typeof(Program).Assembly.GetName().Name}.dll", description.GetProperty("defaultWorkerPath").GetString());
        Assert.True(description.GetProperty("canUsePlaceholder").GetBoolean());
        Assert.Equal("true", description.GetProperty("workerIndexing").GetString());
    }

    [Fact]
    public void The_host_finds_the_queue_trigger_beside_the_program()
    {
        var queues = Assert.Single(
            Json("extensions.json").GetProperty("extensions").EnumerateArray(),
            extension => extension.GetProperty("name").GetString() == "AzureStorageQueues");

        Assert.True(File.Exists(Path.Combine(Root, queues.GetProperty("hintPath").GetString()!)));
    }

    [Fact]
    public void The_functions_have_the_addresses_that_they_declare()
    {
        var host = Json("host.json");

        Assert.Equal("", host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal(
            ["version", "functionTimeout", "extensions", "logging"], host.EnumerateObject().Select(member => member.Name));
    }

    private static string TriggerOf(JsonElement function)
    {
        var binding = Assert.Single(function.GetProperty("bindings").EnumerateArray());
        string[] members = ["type", "authLevel", "route", "methods", "schedule", "queueName"];
        return string.Join(' ', members
            .Where(member => binding.TryGetProperty(member, out _))
            .Select(member => binding.GetProperty(member) is { ValueKind: JsonValueKind.Array } many
                ? string.Join(',', many.EnumerateArray())
                : binding.GetProperty(member).ToString()));
    }

    private static JsonElement Json(string file) => JsonElement.Parse(File.ReadAllText(Path.Combine(Root, file)));
}
