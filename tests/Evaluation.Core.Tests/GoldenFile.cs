using System.Text;

namespace Evaluation.Core.Tests;

/// <summary>Compares output with a reviewed file kept beside the tests.</summary>
/// <remarks>
/// Bytes are compared once line endings are LF. A difference leaves <c>*.received.*</c> beside the golden file and
/// fails with the lines that differ; the environment variable <c>UPDATE_GOLDEN=1</c> accepts what was received.
/// </remarks>
public static class GoldenFile
{
    private const int LinesShown = 12;
    private const int LongestLine = 400;

    // Linked into several test projects, each named as its folder.
    private static readonly string Project = typeof(GoldenFile).Assembly.GetName().Name!;

    /// <summary>Fails unless the text is, byte for byte, that of the file.</summary>
    /// <param name="path">Path from the test project, with <c>/</c>.</param>
    /// <param name="actual">What the code under test produced.</param>
    public static void Matches(string path, string actual)
    {
        var golden = Path.Combine(ProjectDirectory(), path);
        var received = Path.ChangeExtension(golden, ".received" + Path.GetExtension(golden));
        var bytes = Encoding.UTF8.GetBytes(LineFeeds(actual));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllBytes(golden, bytes);
            File.Delete(received);
            return;
        }

        var expected = File.Exists(golden) ? LineFeeds(File.ReadAllText(golden)) : "";
        if (Encoding.UTF8.GetBytes(expected).AsSpan().SequenceEqual(bytes))
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
        File.WriteAllBytes(received, bytes);
        Assert.Fail($"{path} differs (UPDATE_GOLDEN=1 accepts it).\n{Difference(expected, LineFeeds(actual))}");
    }

    private static string LineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    // From the sources, not the output directory, so that a received file lands beside its golden file.
    private static string ProjectDirectory()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Evaluation.sln")))
            {
                return Path.Combine(folder.FullName, "tests", Project);
            }
        }

        throw new DirectoryNotFoundException("Evaluation.sln is in no folder above " + AppContext.BaseDirectory);
    }

    private static string Difference(string expected, string actual)
    {
        // SVG and HTML come on long lines: a break before each tag makes the difference readable.
        var before = expected.Replace("><", ">\n<", StringComparison.Ordinal).Split('\n');
        var after = actual.Replace("><", ">\n<", StringComparison.Ordinal).Split('\n');
        var same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var sameEnd = before.Skip(same).Reverse().Zip(after.Skip(same).Reverse())
            .TakeWhile(pair => pair.First == pair.Second)
            .Count();
        var report = new StringBuilder($"@@ line {same + 1} @@\n");
        Append('-', before[same..^sameEnd]);
        Append('+', after[same..^sameEnd]);
        return report.ToString();

        void Append(char sign, string[] lines)
        {
            foreach (var line in lines.Take(LinesShown))
            {
                report.Append(sign).Append(line.Length > LongestLine ? line[..LongestLine] + "…" : line).Append('\n');
            }

            if (lines.Length > LinesShown)
            {
                report.Append(sign).Append("… ").Append(lines.Length - LinesShown).Append(" more\n");
            }
        }
    }
}
