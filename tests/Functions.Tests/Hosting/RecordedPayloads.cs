using Evaluation.Local;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>What the Functions host was seen to send, one file each.</summary>
internal static class RecordedPayloads
{
    private static readonly string Folder = RepositoryRoot.PathOf("tests/Functions.Tests/Hosting/payloads");

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.json"));

    public static TheoryData<string> Timers() => Starting("timer-");

    public static TheoryData<string> Queues() => Starting("queue-");

    private static TheoryData<string> Starting(string prefix) =>
        [.. Directory.GetFiles(Folder, $"{prefix}*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
}
