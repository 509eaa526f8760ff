using Evaluation.Local;

namespace Evaluation.Functions.Tests.Infra;

public sealed class StructureTests
{
    [Fact]
    public void Every_parameter_and_output_says_what_it_is()
    {
        var silent = BicepFile.Templates.SelectMany(file => file.Parameters.Concat(file.Outputs)
            .Where(declared => !declared.Decorators.Contains("@description('", StringComparison.Ordinal))
            .Select(declared => $"{file.Path}: {declared.Name}"));

        Assert.Empty(silent);
        Assert.All(BicepFile.Templates, file => Assert.Equal(CountOf("param ", file), file.Parameters.Count));
        Assert.All(BicepFile.Templates, file => Assert.Equal(CountOf("output ", file), file.Outputs.Count));
    }

    [Fact]
    public void Every_module_is_used_and_given_what_it_asks_for()
    {
        var used = BicepFile.Main.Modules.ToArray();
        Assert.Equal(
            Directory.GetFiles(RepositoryRoot.PathOf("infra/modules")).Select(file => $"modules/{Path.GetFileName(file)}").Order(StringComparer.Ordinal),
            used.Select(module => module.File).Order(StringComparer.Ordinal));
        Assert.All(used, module =>
        {
            var asked = BicepFile.Read(module.File).Parameters;
            Assert.Empty(module.Given.Except(asked.Select(parameter => parameter.Name)));
            Assert.Empty(asked.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).Except(module.Given));
        });
    }

    [Fact]
    public void The_example_gives_what_is_asked_for_and_no_key()
    {
        var example = BicepFile.Read("main.bicepparam");
        var given = example.Text.Split('\n').Where(line => line.StartsWith("param ", StringComparison.Ordinal)).ToArray();
        var names = given.Select(line => line.Split(' ')[1]).ToArray();
        var asked = BicepFile.Main.Parameters;

        Assert.Empty(names.Except(asked.Select(parameter => parameter.Name)));
        Assert.Empty(asked.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).Except(names));
        foreach (var secure in asked.Where(parameter => parameter.IsSecure))
        {
            Assert.Contains(given, line => line.StartsWith($"param {secure.Name} = readEnvironmentVariable(", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_is_secret_never_leaves_by_an_output()
    {
        Assert.All(BicepFile.Templates, file => Assert.All(file.Outputs, output =>
        {
            Assert.DoesNotContain("listKeys", output.Rest, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("ConnectionString", output.Rest, StringComparison.OrdinalIgnoreCase);
            Assert.All(
                file.Parameters.Where(parameter => parameter.IsSecure),
                secret => Assert.DoesNotContain(secret.Name, output.Rest, StringComparison.Ordinal));
        }));
        Assert.True(BicepFile.Main.Parameters.Single(parameter => parameter.Name == "bootstrapAdminKey").IsSecure);
        Assert.True(BicepFile.Module("vault").Parameters.Single(parameter => parameter.Name == "bootstrapAdminKey").IsSecure);
    }

    private static int CountOf(string keyword, BicepFile file) =>
        file.Text.Split('\n').Count(line => line.StartsWith(keyword, StringComparison.Ordinal));
}
