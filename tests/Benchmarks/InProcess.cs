using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Evaluation.Local;

namespace Evaluation.Benchmarks;

/// <summary>Runs benchmark methods in this process: they are the built code, no project is generated around them.</summary>
internal static class InProcess
{
    public static Task RunAsync<T>()
    {
        BenchmarkRunner.Run<T>(ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(6).WithIterationCount(15))
            .AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .WithArtifactsPath(RepositoryRoot.PathOf("artifacts/benchmarks")));
        return Task.CompletedTask;
    }
}
