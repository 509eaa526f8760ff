using System.Numerics;
using Evaluation.Core.Reports.Secrecy;

namespace Evaluation.Core.Tests.Reports.Secrecy;

/// <summary>
/// A reader who wants the masked figures, and knows algebra but not how they were masked: every line and column that is
/// published with its total is an equation.
/// </summary>
internal sealed class Attack
{
    private readonly List<(int Row, int Column)> _unknown = [];
    private readonly List<BigInteger[]> _equations = [];

    private Attack(int rows, int columns, Func<int, int, bool> isUnknown)
    {
        for (var row = 0; row <= rows; row++)
        {
            for (var column = 0; column <= columns; column++)
            {
                if (isUnknown(row, column))
                {
                    _unknown.Add((row, column));
                }
            }
        }

        for (var row = 0; row <= rows; row++)
        {
            var at = row;
            _equations.Add(Equation(place => place.Row == at ? (place.Column == columns ? -1 : 1) : 0));
        }

        for (var column = 0; column <= columns; column++)
        {
            var at = column;
            _equations.Add(Equation(place => place.Column == at ? (place.Row == rows ? -1 : 1) : 0));
        }
    }

    /// <summary>The places whose value follows from what is published, by elimination.</summary>
    public static IReadOnlyList<(int Row, int Column)> Recovered(CountTable table, ProtectedTable shown)
    {
        var attack = new Attack(table.Rows, table.Columns, (row, column) => (row == table.Rows, column == table.Columns) switch
        {
            (true, true) => shown.GrandTotal || !table.GrandTotal,
            (true, false) => shown.ColumnTotals[column] || !table.ColumnTotals[column],
            (false, true) => shown.RowTotals[row] || !table.RowTotals[row],
            _ => shown.Cells[row][column],
        });
        return attack.Solve();
    }

    /// <summary>Whether each masked cell of a table with all its totals shown can hold another whole value of at least zero.</summary>
    public static bool EveryMaskedCountHasSeveralValues(decimal?[][] counts, ProtectedTable shown, int most)
    {
        var masked = (
            from row in Enumerable.Range(0, counts.Length)
            from column in Enumerable.Range(0, counts[0].Length)
            where shown.Cells[row][column]
            select (Row: row, Column: column)).ToList();
        var seen = masked.ConvertAll(_ => new HashSet<int>());
        Walk(0, [.. counts.Select((r, i) => Hidden(r, shown.Cells[i]))], [.. Enumerable.Range(0, counts[0].Length)
            .Select(j => Hidden([.. counts.Select(r => r[j])], [.. shown.Cells.Select(r => r[j])]))], new int[masked.Count]);
        return seen.TrueForAll(values => values.Count > 1);

        void Walk(int rank, int[] rowRests, int[] columnRests, int[] values)
        {
            if (rank == masked.Count)
            {
                if (rowRests.All(rest => rest == 0) && columnRests.All(rest => rest == 0))
                {
                    for (var i = 0; i < values.Length; i++)
                    {
                        seen[i].Add(values[i]);
                    }
                }

                return;
            }

            var (row, column) = masked[rank];
            for (var value = 0; value <= Math.Min(most, Math.Min(rowRests[row], columnRests[column])); value++)
            {
                // The last masked cell of a row has no choice.
                if ((rank + 1 == masked.Count || masked[rank + 1].Row != row) && value != rowRests[row])
                {
                    continue;
                }

                rowRests[row] -= value;
                columnRests[column] -= value;
                values[rank] = value;
                Walk(rank + 1, rowRests, columnRests, values);
                rowRests[row] += value;
                columnRests[column] += value;
            }
        }

        static int Hidden(decimal?[] line, IReadOnlyList<bool> masks) => (int)line.Where((_, i) => masks[i]).Sum(c => c ?? 0);
    }

    private BigInteger[] Equation(Func<(int Row, int Column), int> coefficient) =>
        [.. _unknown.Select(place => new BigInteger(coefficient(place)))];

    // A place is known when, once the equations are reduced, one of them holds it alone.
    private List<(int Row, int Column)> Solve()
    {
        var rank = 0;
        for (var column = 0; column < _unknown.Count && rank < _equations.Count; column++)
        {
            var pivot = _equations.FindIndex(rank, e => !e[column].IsZero);
            if (pivot < 0)
            {
                continue;
            }

            (_equations[rank], _equations[pivot]) = (_equations[pivot], _equations[rank]);
            for (var other = 0; other < _equations.Count; other++)
            {
                if (other != rank && !_equations[other][column].IsZero)
                {
                    var (above, below) = (_equations[other][column], _equations[rank][column]);
                    for (var i = 0; i < _unknown.Count; i++)
                    {
                        _equations[other][i] = (_equations[other][i] * below) - (_equations[rank][i] * above);
                    }
                }
            }

            rank++;
        }

        return [.. _equations.Where(e => e.Count(c => !c.IsZero) == 1).Select(e => _unknown[Array.FindIndex(e, c => !c.IsZero)])];
    }
}
