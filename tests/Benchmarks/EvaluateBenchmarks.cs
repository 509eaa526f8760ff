using BenchmarkDotNet.Attributes;
using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Tests.Reports;

namespace Evaluation.Benchmarks;

/// <summary>The evaluation of a service with 49 communes and two years of monthly values, and of a community of 20 such.</summary>
public class EvaluateBenchmarks
{
    private readonly Dossier[] _community = [.. Enumerable.Range(0, 20).Select(_ => new SampleService().Dossier())];

    [Benchmark(Baseline = true)]
    public AnnualEvaluation Service() => AnnualEvaluation.Of(_community[0]);

    [Benchmark]
    public AnnualEvaluation[] Community() => [.. _community.Select(AnnualEvaluation.Of)];
}
