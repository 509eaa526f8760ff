using System.Buffers.Text;
using System.Text;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Runs;

/// <summary>The runs of some jobs, the latest asked for first, page by page.</summary>
internal sealed class RunList(RunLedger runs)
{
    /// <summary>A page, and where the next one begins; null after the last.</summary>
    /// <param name="jobs">Which jobs.</param>
    /// <param name="state">Only runs in this state; all when null.</param>
    /// <param name="after">What the page before gave; null for the first.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="FormatException"><paramref name="after"/> is nothing a page gave.</exception>
    public async Task<(IReadOnlyList<Run> Runs, string? Next)> PageAsync(
        IEnumerable<string> jobs, RunState? state, string? after, int count, CancellationToken cancellationToken)
    {
        var place = after is null ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after));
        if (place?.StartsWith(RunRows.FirstByTime, StringComparison.Ordinal) == false)
        {
            throw new FormatException("Not the place of a page.");
        }

        var found = new List<Run>();
        foreach (var job in jobs)
        {
            // One more than asked for tells whether there is a next page.
            await foreach (var run in runs.ListAsync(job, state, place, oldest: null, cancellationToken).Take(count + 1))
            {
                found.Add(run);
            }
        }

        var page = found.OrderBy(RunRows.TimeKeyOf, StringComparer.Ordinal).Take(count).ToList();
        return (page, found.Count > page.Count ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(RunRows.TimeKeyOf(page[^1]))) : null);
    }
}
