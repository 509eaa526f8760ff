namespace Evaluation.Functions.Tests.Demonstration;

/// <summary>An empty folder of the machine's temporary ones, removed with this object.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("evaluation-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
