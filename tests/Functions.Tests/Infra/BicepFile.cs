using System.Text.RegularExpressions;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Infra;

/// <summary>A file of <c>infra/</c>, as far as the tests read it. That it is Bicep at all, SyntaxTests say.</summary>
internal sealed partial record BicepFile(string Path, string Text)
{
    public static BicepFile Main { get; } = Read("main.bicep");

    public static string[] Paths =>
    [
        .. Directory.GetFiles(RepositoryRoot.PathOf("infra"), "*.bicep*"),
        .. Directory.GetFiles(RepositoryRoot.PathOf("infra/modules"), "*.bicep"),
    ];

    public static IEnumerable<BicepFile> Templates =>
        Paths.Where(path => path.EndsWith(".bicep", StringComparison.Ordinal)).Select(path => new BicepFile(path, File.ReadAllText(path)));

    public static BicepFile Module(string name) => Read($"modules/{name}.bicep");

    public static BicepFile Read(string name)
    {
        var path = RepositoryRoot.PathOf($"infra/{name}");
        return new BicepFile(path, File.ReadAllText(path));
    }

    /// <summary>The parameters, each with the decorators above it.</summary>
    public IReadOnlyList<BicepDeclaration> Parameters => Declarations("param");

    public IReadOnlyList<BicepDeclaration> Outputs => Declarations("output");

    /// <summary>The texts of <c>var name = […]</c>.</summary>
    public IEnumerable<string> ListOf(string name) =>
        Texts().Matches(Regex.Match(Text, $@"^var {name} = \[(?<items>[^\]]*)\]", RegexOptions.Multiline).Groups["items"].Value)
            .Select(text => text.Groups[1].Value);

    /// <summary>The names of the settings the app is given.</summary>
    public IEnumerable<string> SettingNames => Settings().Matches(Text).Select(setting => setting.Groups[1].Value);

    /// <summary>The modules used: where each is, and the names of what it is given.</summary>
    public IEnumerable<(string File, IReadOnlyList<string> Given)> Modules =>
        ModuleUses().Matches(Text).Select(use => (
            use.Groups["file"].Value,
            (IReadOnlyList<string>)[.. Members().Matches(use.Groups["params"].Value).Select(member => member.Groups[1].Value)]));

    private List<BicepDeclaration> Declarations(string kind)
    {
        var found = new List<BicepDeclaration>();
        foreach (var block in Text.Split("\n\n"))
        {
            var start = Regex.Match(block, $@"^{kind} (?<name>\w+) (?<rest>[^\n]*)", RegexOptions.Multiline);
            if (start.Success)
            {
                found.Add(new BicepDeclaration(start.Groups["name"].Value, block[..start.Index], start.Groups["rest"].Value));
            }
        }

        return found;
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Texts();

    [GeneratedRegex(@"name: '([A-Z]\w+)'\n +value:")]
    private static partial Regex Settings();

    [GeneratedRegex(@"^module \w+ '(?<file>[^']+)' = .*?\n  params: \{\n(?<params>.*?)\n  \}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ModuleUses();

    [GeneratedRegex(@"^    (\w+):", RegexOptions.Multiline)]
    private static partial Regex Members();
}

/// <summary>A parameter or an output: its decorators, and its type with what follows.</summary>
internal sealed record BicepDeclaration(string Name, string Decorators, string Rest)
{
    public bool IsSecure => Decorators.Contains("@secure()", StringComparison.Ordinal);

    public bool HasDefault => Rest.Contains(" = ", StringComparison.Ordinal);
}
