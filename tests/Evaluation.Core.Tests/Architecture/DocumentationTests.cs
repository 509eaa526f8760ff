using System.Text.RegularExpressions;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Architecture;

/// <summary>What the documentation says of the sources, compared with them.</summary>
public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("README.md", 25)]
    [InlineData("docs/recipes.md", 25)]
    public void Every_file_and_folder_it_leads_to_exists(string document, int fewest)
    {
        var paths = Written().Matches(Repository.Read(document)).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.InRange(paths.Count, fewest, 200);
        Assert.DoesNotContain(paths, path => !Exists(path));
    }

    [Fact]
    public void A_recipe_has_at_most_ten_lines() => Assert.All(
        Repository.Read("docs/recipes.md").Split("\n## ")[1..],
        recipe => Assert.InRange(recipe.Split('\n')[1..].Count(line => line.Length > 0), 3, 10));

    [Fact]
    public void Every_kind_of_chart_is_in_the_decision_on_charts()
    {
        var decision = Repository.Read("docs/adr/0003-charts.md");
        var kinds = typeof(Chart).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Graphic)) && !t.IsAbstract).ToList();

        Assert.NotEmpty(kinds);
        Assert.DoesNotContain(kinds, kind => !decision.Contains($"`{kind.Name}`", StringComparison.Ordinal));
    }

    // A path may end in a pattern of files: Functions/Collect/Feed*.cs.
    private static bool Exists(string path)
    {
        var full = Path.Combine(Repository.Root, path);
        return Directory.Exists(full)
            || (Directory.Exists(Path.GetDirectoryName(full)) && Directory.EnumerateFiles(Path.GetDirectoryName(full)!, Path.GetFileName(full)).Any());
    }

    [GeneratedRegex("`((?:Evaluation\\.Core|Functions|docs|infra|tests)/[^` ]*)`")]
    private static partial Regex Written();
}
