using System.Globalization;
using Evaluation.Functions.Tests.Soak;
using Evaluation.Local;

namespace Evaluation.Benchmarks;

/// <summary>
/// Pushes from several senders for minutes, through storage that fails and a process that is killed, then says what was
/// done and whether what is left agrees: <c>soak [--minutes 2] [--seed 1]</c>.
/// </summary>
internal sealed class SoakCommand(string[] arguments)
{
    private const double BytesPerMebibyte = 1024 * 1024;

    /// <exception cref="InvalidOperationException">Something does not agree.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var plan = new SoakPlan(Number("--seed", 1))
        {
            Clients = 8,
            Length = TimeSpan.FromMinutes(Number("--minutes", 2)),
            FaultsPerThousand = 20,
            LongestLife = TimeSpan.FromSeconds(30),
        };
        await using var storage = await Azurite.StartAsync(null, cancellationToken);
        var result = await SoakRun.PlayAsync(plan, storage.ConnectionString, cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            seed {plan.Seed}, {plan.Length.TotalMinutes} min, {plan.Clients} senders
            pushes          {result.Pushes}, answered {result.Answered}, sent in vain {result.Lost} times
            kills           {result.Kills}
            storage         {string.Join(", ", result.Faults.Select(f => FormattableString.Invariant($"{f.Key} {f.Value}")))}
            submissions     {result.Submissions}, revisions {result.Revisions}
            working set     {result.WorkingSet / BytesPerMebibyte:F0} MiB at the end
            disagreements   {result.Disagreements.Count}
            """));
        if (result.Disagreements.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', result.Disagreements.Take(20)));
        }
    }

    private int Number(string option, int otherwise)
    {
        var at = Array.IndexOf(arguments, option);
        return at >= 0 && at + 1 < arguments.Length ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
