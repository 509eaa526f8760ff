using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect;
using static Evaluation.Functions.Tests.Collect.IntakeBench;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>
/// The process dies around each storage write of a submission in turn, before it and after it; whatever it left is
/// finished later, and the tables hold what they would have held had nothing happened.
/// </summary>
public sealed class IntakeCrashTests(RunningApp running)
{
    private const int MostWrites = 30;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Cases => ["correction", "creation", "deletion", "keyed"];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_crash_around_any_write_loses_nothing_and_doubles_nothing(string last)
    {
        var undisturbed = await BenchAsync();
        await undisturbed.SubmitAsync(Sound, 1, Last(last), Cancellation);
        var expected = await undisturbed.DumpAsync(Cancellation);
        foreach (var moment in Enum.GetValues<DeathMoment>())
        {
            var deaths = 0;
            for (var survived = false; !survived; deaths++)
            {
                Assert.True(deaths < MostWrites, "It dies for ever.");
                var bench = await BenchAsync();
                var before = await bench.DumpAsync(Cancellation);
                survived = await DiesAsync(() => bench.SubmitAsync(new FaultyTransport(deaths, moment), 1, Last(last), Cancellation));

                await bench.ReconcileAsync(Sound, Cancellation);
                Assert.Equal(0, await bench.ReconcileAsync(Sound, Cancellation));

                var dump = await bench.DumpAsync(Cancellation);
                var finished = ValuesIn(dump) == ValuesIn(expected);
                Assert.True(
                    finished || (ValuesIn(dump) == ValuesIn(before) && !survived),
                    $"{last}, {moment}, write {deaths}:\n{dump}\n\nexpected:\n{expected}");
                if (finished && last != "keyed")
                {
                    Assert.Equal(expected, dump);
                }

                // Its sender, who got no answer, sends it again: with its key as the same submission, else as another.
                if (!survived)
                {
                    await bench.SubmitAsync(Sound, last == "keyed" ? 1 : 2, Last(last), Cancellation);
                    var sentAgain = await bench.DumpAsync(Cancellation);
                    Assert.Equal(Stripped(expected), Stripped(sentAgain));
                }

                var rebuilt = await bench.RebuildAsync(Sound, Cancellation);
                Assert.Equal((0, 0), (rebuilt.Written, rebuilt.Removed));
            }

            Assert.InRange(deaths, 6, MostWrites);
        }
    }

    [Fact]
    public async Task A_crash_while_finishing_what_a_crash_left_is_finished_as_well()
    {
        var undisturbed = await BenchAsync();
        await undisturbed.SubmitAsync(Sound, 1, Last("correction"), Cancellation);
        var expected = await undisturbed.DumpAsync(Cancellation);
        for (var (deaths, survived) = (0, false); !survived; deaths++)
        {
            Assert.True(deaths < MostWrites, "It dies for ever.");
            var bench = await BenchAsync();

            // After the log and the body: nothing was decided yet.
            await DiesAsync(() => bench.SubmitAsync(new FaultyTransport(2, DeathMoment.BeforeTheWrite), 1, Last("correction"), Cancellation));
            survived = await DiesAsync(() => bench.ReconcileAsync(new FaultyTransport(deaths, DeathMoment.AfterTheWrite), Cancellation));
            await bench.ReconcileAsync(Sound, Cancellation);

            Assert.Equal(expected, await bench.DumpAsync(Cancellation));
        }
    }

    [Fact]
    public async Task What_was_decided_stands_when_another_submission_comes_before_it_is_finished()
    {
        var bench = await BenchAsync();
        await DiesAsync(() => bench.SubmitAsync(
            new FaultyTransport(4, DeathMoment.BeforeTheWrite), 1, Request($"ADS-01 {Grenoble} 2025-03 50"), Cancellation));
        await bench.SubmitAsync(Sound, 2, Request($"ADS-01 {Grenoble} 2025-03 60"), Cancellation);

        await bench.ReconcileAsync(Sound, Cancellation);

        // Either the first wrote its value before dying, or the later one stands alone; never the first over the later.
        var dump = await bench.DumpAsync(Cancellation);
        Assert.Contains("m03=60|final", dump, StringComparison.Ordinal);
        var rebuilt = await bench.RebuildAsync(Sound, Cancellation);
        Assert.Equal((0, 0), (rebuilt.Written, rebuilt.Removed));
    }

    private async Task<IntakeBench> BenchAsync()
    {
        var bench = new IntakeBench(running.Storage, await DeclareAsync(running.Http));
        await bench.SubmitAsync(
            Sound, 0, Request($"ADS-01 {Grenoble} 2024-03 1", $"ADS-01 {Grenoble} 2025-03 2", $"ADS-01 {Echirolles} 2025-03 3"), Cancellation);
        return bench;
    }

    private static SubmissionRequest Last(string name) => name switch
    {
        "correction" => Request($"ADS-01 {Grenoble} 2024-03 10", $"ADS-01 {Grenoble} 2025-03 20", "ZZZ-99 - 2025 1", $"ADS-01 {Echirolles} 2025-04 4"),
        "creation" => Request($"ADS-02 {Grenoble} 2024-03 10", $"ADS-02 {Grenoble} 2025-03 20") with { Strategy = WriteStrategy.Create, Mode = Store.SubmissionMode.Atomic },
        "deletion" => Request($"ADS-01 {Grenoble} 2024-03 0", $"ADS-01 {Echirolles} 2025-03 0") with { Strategy = WriteStrategy.Delete },
        _ => Request($"ADS-01 {Grenoble} 2024-03 10", $"ADS-01 {Grenoble} 2025-03 20") with { IdempotencyKey = "lundi-1" },
    };

    private static async Task<bool> DiesAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (ProcessDied)
        {
            return false;
        }
    }

    private static string ValuesIn(string dump) =>
        string.Join('\n', dump.Split('\n').Where(line => line.StartsWith("Values ", StringComparison.Ordinal)));

    // The values themselves, without the name of the submission that gave them.
    private static string Stripped(string dump) => System.Text.RegularExpressions.Regex.Replace(
        ValuesIn(dump), @"\d{8}T\d{9}-[0-9a-f]{12}", "submission");
}
