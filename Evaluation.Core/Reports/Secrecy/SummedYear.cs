using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports.Secrecy;

/// <summary>A year of counts that add up: members by periods, with the totals that are published.</summary>
internal sealed class SummedYear
{
    private readonly int _threshold;
    private readonly IReadOnlyList<PublicRow> _rows;
    private readonly Periodicity _step;
    private readonly List<Siren?> _members;
    private readonly List<Period> _periods;
    private readonly ILookup<(Siren? Member, Period Period), PublicRow> _at;
    private readonly bool _hasTotals;
    private readonly Period _year;

    /// <param name="rows">Of one indicator and one year, at least one.</param>
    /// <param name="isOfMembers">Whether what belongs to nobody is the total of the members.</param>
    /// <param name="threshold">Counts from this one are shown.</param>
    public SummedYear(IReadOnlyList<PublicRow> rows, bool isOfMembers, int threshold)
    {
        (_rows, _threshold) = (rows, threshold);
        _hasTotals = isOfMembers && rows.Any(row => row.Member is not null);
        var ofMembers = rows.Where(row => !IsTotal(row)).ToList();
        _step = ofMembers.Min(row => row.Period.Periodicity);
        _members = [.. ofMembers.Select(row => row.Member).Distinct()];
        _at = rows.ToLookup(row => (row.Member, row.Period));
        _year = Period.OfYear(rows[0].Period.Year);
        _periods = [.. _year.Split(_step)];
    }

    /// <summary>The rows that are not to be shown.</summary>
    public IEnumerable<PublicRow> Masked()
    {
        var ofTable = new HashSet<PublicRow>(OfTable().Concat(_rows.Where(IsSmall)));
        return _rows.Where(row => ofTable.Contains(row) || (!IsInTable(row) && !IsKnownFromParts(row, ofTable)));
    }

    private bool IsTotal(PublicRow row) => _hasTotals && row.Member is null;

    private bool IsSmall(PublicRow row) => SmallCount.IsSmall(row.Value, _threshold);

    private bool IsInTable(PublicRow row) => row.Period.Periodicity == _step || row.Period == _year;

    // A quarter tells nothing new when its months are all shown and make it up; else it is not shown.
    private bool IsKnownFromParts(PublicRow row, HashSet<PublicRow> masked)
    {
        if (row.Period.Periodicity < _step)
        {
            return masked.Count == 0;
        }

        var parts = _rows.Where(r => r.Period.Periodicity == _step && row.Period.Contains(r.Period)
            && (IsTotal(row) ? r.Member is not null : r.Member == row.Member)).ToList();
        return parts.Select(r => (r.Member, r.Period)).Distinct().Count()
                == row.Period.Split(_step).Count() * (IsTotal(row) ? _members.Count : 1)
            && parts.Sum(r => r.Value ?? 0) == row.Value
            && !parts.Exists(masked.Contains);
    }

    private IEnumerable<PublicRow> OfTable()
    {
        var hasYear = _step != Periodicity.Annual;
        var cells = _members.Select(m => _periods.Select(p => Value(m, p)).ToArray()).ToArray();
        decimal?[] rowSums = [.. _members.Select(m => hasYear ? Value(m, _year) : null)];
        decimal?[] columnSums = [.. _periods.Select(p => _hasTotals ? Value(null, p) : null)];
        bool[] isRowOpen = [.. rowSums.Select((sum, i) => HoldsMore(sum, cells[i]))];
        bool[] isColumnOpen = [.. columnSums.Select((sum, j) => HoldsMore(sum, cells.Select(row => row[j])))];

        // A figure that is not in the file, and that totals leave room for, is one more that a reader does not know.
        var unpublished = new HashSet<(int, int)>();
        for (var i = 0; i < cells.Length; i++)
        {
            for (var j = 0; j < cells[i].Length; j++)
            {
                if (cells[i][j] is null && isRowOpen[i] && isColumnOpen[j] && !_at.Contains((_members[i], _periods[j])))
                {
                    cells[i][j] = 0;
                    unpublished.Add((i, j));
                }
            }
        }

        var table = ProtectedTable.Of(
            new CountTable(cells)
            {
                Unpublished = unpublished,
                RowSums = rowSums,
                ColumnSums = columnSums,
                RowTotals = [.. _members.Select(m => hasYear && _at.Contains((m, _year)))],
                ColumnTotals = [.. _periods.Select(p => _hasTotals && _at.Contains((null, p)))],
                GrandTotal = hasYear && _hasTotals && _at.Contains((null, _year)),
            },
            _threshold);
        return RowsOf(table, hasYear);
    }

    private static bool HoldsMore(decimal? total, IEnumerable<decimal?> shown) => total is null || total > shown.Sum();

    private IEnumerable<PublicRow> RowsOf(ProtectedTable table, bool hasYear)
    {
        var places = _members.SelectMany((m, i) => _periods
            .Select((p, j) => (Member: m, Period: p, IsMasked: table.Cells[i][j]))
            .Append((Member: m, Period: _year, IsMasked: hasYear && table.RowTotals[i])));
        if (_hasTotals)
        {
            places = places
                .Concat(_periods.Select((p, j) => (Member: (Siren?)null, Period: p, IsMasked: table.ColumnTotals[j])))
                .Append((Member: null, Period: _year, IsMasked: table.GrandTotal));
        }

        return places.Where(place => place.IsMasked).SelectMany(place => _at[(place.Member, place.Period)]);
    }

    private decimal? Value(Siren? member, Period period) => _at[(member, period)].LastOrDefault()?.Value;
}
