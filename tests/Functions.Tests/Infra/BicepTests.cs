using Evaluation.Functions.Tests.Demonstration;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Infra;

/// <summary>What is deployed compiles, and its linter has nothing to say.</summary>
public sealed class BicepTests(CompiledTemplate deployment)
{
    private const string KeyVariable = "EVALUATION_ADMIN_KEY";

    [Fact]
    public async Task The_templates_compile_and_the_linter_is_silent()
    {
        var (_, remarks) = await Bicep.RunAsync("lint", RepositoryRoot.PathOf("infra/main.bicep"));

        Assert.Equal("", deployment.Faults);
        Assert.Equal("", remarks);
    }

    [Theory]
    [InlineData("param a string\n\nvar list = [\n  'one\n]\n", "BCP004")]
    [InlineData("@secure()\nparam key string\n\noutput key string = key\n", "outputs-should-not-contain-secrets")]
    [InlineData("param forgotten string\n", "no-unused-params")]
    public async Task A_fault_is_found_and_named(string text, string fault)
    {
        using var folder = new TemporaryFolder();
        var file = folder["broken.bicep"];
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        Assert.Contains(fault, (await Bicep.RunAsync("build", file)).Faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_gives_what_is_asked_for_and_takes_its_key_from_the_environment()
    {
        var example = RepositoryRoot.PathOf("infra/main.bicepparam");
        const string key = "une-cle-d-essai-de-plus-de-trente-deux-caracteres";

        var (output, faults) = await Bicep.RunAsync("build-params", example, (KeyVariable, key));
        var withoutKey = await Bicep.RunAsync("build-params", example);

        Assert.Equal("", faults);
        Assert.Contains(key, output, StringComparison.Ordinal);
        Assert.Contains(KeyVariable, withoutKey.Faults, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_module_is_used() =>
        Assert.Equal(Directory.GetFiles(RepositoryRoot.PathOf("infra/modules")).Length, deployment.Modules.Count);

    [Fact]
    public void Every_parameter_and_output_says_what_it_is()
    {
        var silent = deployment.Modules.Append(KeyValuePair.Create("main", deployment.Main))
            .SelectMany(template => new[] { "parameters", "outputs" }
                .SelectMany(kind => template.Value.TryGetProperty(kind, out var declared) ? declared.EnumerateObject() : default)
                .Where(declared => !declared.Value.TryGetProperty("metadata", out var metadata) || !metadata.TryGetProperty("description", out _))
                .Select(declared => $"{template.Key}: {declared.Name}"));

        Assert.Empty(silent);
    }

    [Fact]
    public void The_administrators_key_is_secret_wherever_it_goes() => Assert.All(
        [deployment.Main, deployment.Modules["vault"]],
        template => Assert.Equal(
            "securestring", template.GetProperty("parameters").GetProperty("bootstrapAdminKey").GetProperty("type").GetString()));
}
