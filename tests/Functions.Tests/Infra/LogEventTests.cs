using System.Globalization;
using System.Text.RegularExpressions;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Infra;

public sealed partial class LogEventTests
{
    [Fact]
    public void Every_event_the_app_logs_in_Azure_is_explained()
    {
        var explained = File.ReadAllText(RepositoryRoot.PathOf("docs/operations.md"));
        var logged = Directory.GetFiles(RepositoryRoot.PathOf("Functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => EventIds().Matches(File.ReadAllText(file)))
            .Select(id => int.Parse(id.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture))
            .ToArray();

        Assert.NotEmpty(logged);
        Assert.Equal(logged.Length, logged.Distinct().Count());
        Assert.All(logged, id => Assert.Contains(FormattableString.Invariant($"\n| {id} |"), explained, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"EventId = (\d+)")]
    private static partial Regex EventIds();
}
