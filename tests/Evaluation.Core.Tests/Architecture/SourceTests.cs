using System.Text.RegularExpressions;
using System.Xml.Linq;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Architecture;

/// <summary>Rules of the house that no analyzer checks.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 220;

    [Fact]
    public void Package_versions_are_central_and_exact()
    {
        var projects = Repository.Files("", "*.csproj");

        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.DoesNotContain(
            XDocument.Parse(Repository.Read(project)).Descendants("PackageReference"),
            reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null));
        Assert.All(
            XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion"),
            package => Assert.Matches(@"^\d+(\.\d+)+(-[\w.]+)?$", (string)package.Attribute("Version")!));
    }

    [Fact]
    public void No_warning_is_silenced_for_a_whole_project() => Assert.All(
        Repository.Files("", "*.csproj").Append("Directory.Build.props"),
        project => Assert.DoesNotContain("<NoWarn", Repository.Read(project), StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("Evaluation.Core")]
    [InlineData("Functions")]
    public void A_file_holds_one_idea(string folder)
    {
        var files = Repository.Files(folder, "*.cs").Concat(Repository.Files(folder, "*.razor")).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => Repository.Read(file).Count(c => c == '\n') > LongestFile);
    }

    [Fact]
    public void Every_specification_that_the_code_cites_exists()
    {
        var cited = Repository.Files("Evaluation.Core", "*.cs")
            .SelectMany(file => Specification().Matches(Repository.Read(file)))
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(cited);
        Assert.Empty(cited.Except(Repository.Files("docs/spec", "*.md"), StringComparer.Ordinal));
    }

    [GeneratedRegex(@"docs/spec/[a-z]+\.md")]
    private static partial Regex Specification();
}
