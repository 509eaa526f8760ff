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
        _periods = [.. ofMembers.Select(row => row.Period).Where(p => p.Periodicity == _step).Distinct().Order()];
        _at = rows.ToLookup(row => (row.Member, row.Period));
        _year = Period.OfYear(rows[0].Period.Year);
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

    // A quarter of months tells nothing new when its months are all shown; else it is not shown.
    private bool IsKnownFromParts(PublicRow row, HashSet<PublicRow> masked)
    {
        if (row.Period.Periodicity < _step)
        {
            return masked.Count == 0;
        }

        var parts = _rows.Where(r => r.Period.Periodicity == _step && row.Period.Contains(r.Period)
            && (IsTotal(row) || r.Member == row.Member)).ToList();
        return parts.Count > 0 && !parts.Exists(masked.Contains);
    }

    private IEnumerable<PublicRow> OfTable()
    {
        var hasYear = _step != Periodicity.Annual;
        var cells = _members.Select(m => _periods.Select(p => Value(m, p)).ToList()).ToList();
        var rests = new HashSet<(int, int)>();
        for (var i = 0; i < _members.Count && hasYear; i++)
        {
            // What a year holds beyond the periods shown is a figure that is not published.
            var rest = Value(_members[i], _year) - cells[i].Sum(cell => cell ?? 0);
            rests.Add((i, _periods.Count));
            cells[i].Add(rest > 0 ? rest : null);
        }

        var total = ProtectedTable.Of(
            new CountTable([.. cells])
            {
                Unpublished = rests,
                RowTotals = [.. _members.Select(m => hasYear && _at.Contains((m, _year)))],
                ColumnTotals = [.. _periods.Select(p => _hasTotals && _at.Contains((null, p))), .. hasYear ? [false] : Array.Empty<bool>()],
                GrandTotal = hasYear && _hasTotals && _at.Contains((null, _year)),
            },
            _threshold);
        return RowsOf(total, hasYear);
    }

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
