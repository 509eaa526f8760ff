using System.Text.RegularExpressions;
using Evaluation.Functions.Hosting;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Infra;

/// <summary>Every setting the code reads is declared for Azure, or is known to be of a developer's machine.</summary>
public sealed partial class SettingsTests(CompiledTemplate deployment)
{
    private static readonly string[] OfThePlatform = ["WEBSITE_AUTH_ENABLED"];

    private static readonly string[] OfADevelopersMachine = ["Port", "LocalRun", "Clock__Start", "Clock__Stands", "LocalTriggers"];

    private static readonly string[] NamedByTheOwner = ["Collect__Secrets"];

    private static readonly string[] WithAGoodDefault = ["Collect__TimeLimit", "Collect__RetryDelay", "Notices__Site", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    // The options of each section of settings.
    private static readonly Dictionary<string, Type> Options = typeof(StartUp).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
        .Select(type => (Type: type, Section: type.GetField("Section")?.GetRawConstantValue() as string))
        .Where(options => options.Section is not null)
        .ToDictionary(options => options.Section!, options => options.Type, StringComparer.Ordinal);

    [Fact]
    public void What_the_code_reads_is_declared()
    {
        var declared = DeclaredSettings.Of(deployment).Select(name => name.Split("__accountName")[0]).ToArray();
        var read = ReadByTheCode();

        Assert.Superset(new HashSet<string> { "AzureWebJobsStorage", "Security__BootstrapAdminKey", "Collect__AllowedHosts" }, read);
        Assert.Empty(read.Except(declared).Except(OfThePlatform).Except(OfADevelopersMachine).Except(WithAGoodDefault).Except(NamedByTheOwner));
    }

    [Fact]
    public void What_the_code_reads_and_what_is_declared_is_explained()
    {
        var explained = File.ReadAllText(RepositoryRoot.PathOf("docs/operations.md"));

        Assert.All(
            ReadByTheCode().Union(DeclaredSettings.Of(deployment)),
            setting => Assert.Contains($"`{setting}", explained, StringComparison.Ordinal));
    }

    private static HashSet<string> ReadByTheCode()
    {
        string[] folders = ["Functions", "infra/host"];
        var sources = folders.SelectMany(folder =>
            Directory.GetFiles(RepositoryRoot.PathOf(folder), "*.cs", SearchOption.AllDirectories));
        return
        [
            .. sources.Select(File.ReadAllText)
                .SelectMany(source => Reads().Matches(source))
                .Select(read => read.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal))
                .Except(Options.Keys),
            .. Options.SelectMany(section => NamesOf(section.Key, section.Value)),
        ];
    }

    private static IEnumerable<string> NamesOf(string section, Type options) => options
        .GetProperties()
        .Where(property => property.CanWrite || property.PropertyType == typeof(Dictionary<string, string>))
        .SelectMany(property => property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal)
            ? NamesOf($"{section}__{property.Name}", property.PropertyType)
            : [$"{section}__{property.Name}"]);

    // configuration["…"], GetSection("…"), and the constants that hold the names of settings.
    [GeneratedRegex("""(?:onfiguration\["|GetSection\("|const string (?:\w*Setting|Section) = ")(?<name>[^"]+)""")]
    private static partial Regex Reads();
}
