using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Evaluation.Core.Tests.Given;

/// <summary>Checks properties on the same cases every time, so that a failure on one machine fails on all.</summary>
internal static class Properties
{
    private static readonly Replay SameCases = new(new Rnd(20_250_615UL, 1UL), FSharpOption<int>.None);

    public static void Hold<T>(Gen<T> cases, Func<T, bool> property, int count = 200) =>
        Prop.ForAll(cases.ToArbitrary(), property).HoldsOnTheSameCases(count);

    public static void HoldsOnTheSameCases(this Property property, int count = 200) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(FSharpOption<Replay>.Some(SameCases)));
}
