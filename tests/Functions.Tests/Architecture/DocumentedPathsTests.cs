using System.Text.RegularExpressions;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Architecture;

/// <summary>Who follows the documents finds what they name.</summary>
public sealed partial class DocumentedPathsTests
{
    [Fact]
    public void Every_path_that_the_README_and_the_documents_name_is_there()
    {
        var root = RepositoryRoot.PathOf(".");
        var named = Directory.EnumerateFiles(RepositoryRoot.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Append(RepositoryRoot.PathOf("README.md"))
            .SelectMany(document => Paths().Matches(File.ReadAllText(document)).Select(match => match.Groups["path"].Value))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.True(named.Count > 30);
        Assert.Empty(named.Where(path => !IsThere(Path.Combine(root, path))));
    }

    private static bool IsThere(string path) => path.Contains('*', StringComparison.Ordinal)
        ? Directory.Exists(Path.GetDirectoryName(path)) && Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path)).Any()
        : File.Exists(path) || Directory.Exists(path);

    [GeneratedRegex(@"`(?<path>(?:Functions|Evaluation\.Core|infra|tests|docs|findings)/[\w./*-]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Paths();
}
