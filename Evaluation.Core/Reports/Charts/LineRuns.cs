namespace Evaluation.Core.Reports.Charts;

/// <summary>Cuts a line at its gaps.</summary>
internal static class LineRuns
{
    /// <summary>The indexes of the points that follow each other without a gap, run by run.</summary>
    internal static List<List<int>> Of(IReadOnlyList<LinePoint> points)
    {
        var runs = new List<List<int>>();
        var isOpen = false;
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Value is null)
            {
                isOpen = false;
                continue;
            }

            if (!isOpen)
            {
                runs.Add([]);
                isOpen = true;
            }

            runs[^1].Add(i);
        }

        return runs;
    }
}
