using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Collect.Formats.Template;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult;

/// <summary>A value that is due, as the grid shows it.</summary>
/// <param name="Definition">Of what.</param>
/// <param name="Member">Whose; null for the service as a whole.</param>
/// <param name="Known">As it is recorded and as a person types it; empty when nothing is.</param>
/// <param name="IsProvisional">Whether what is recorded is to be replaced.</param>
/// <param name="YearBefore">The value of the same period a year earlier, as it is read; null when none came.</param>
public sealed record EntryCell(
    IndicatorDefinition Definition, Member? Member, string Known, bool IsProvisional, string? YearBefore)
{
    /// <summary>What names the cell in a form: <c>ADS-01.213801855</c>, <c>ADS-10.service</c>.</summary>
    public string Name => $"{Definition.Code}.{EntryGrid.NameOf(Member)}";
}

/// <summary>A line of the grid.</summary>
/// <param name="Member">Whose; null for the service as a whole.</param>
/// <param name="Cells">One for each column of the grid; null where nothing is due of this member.</param>
public sealed record EntryLine(Member? Member, IReadOnlyList<EntryCell?> Cells);

/// <summary>The values that are due from a service for one period, member by indicator.</summary>
/// <param name="Period">Which; the shorter ones inside it have grids of their own.</param>
/// <param name="Columns">The indicators, by code.</param>
/// <param name="Lines">The members, in the community’s order; then the service.</param>
public sealed record EntryGrid(Period Period, IReadOnlyList<IndicatorDefinition> Columns, IReadOnlyList<EntryLine> Lines)
{
    private const string Service = "service";
    private const int CellsOfPage = 420;

    /// <summary>Every cell there is.</summary>
    public IEnumerable<EntryCell> Cells => Lines.SelectMany(line => line.Cells).OfType<EntryCell>();

    /// <summary>How many values are recorded.</summary>
    public int Recorded => Cells.Count(cell => cell.Known.Length > 0);

    // A cell is some 500 bytes of the page.
    private int LinesOfPage => Math.Max(1, CellsOfPage / Math.Max(1, Columns.Count));

    /// <summary>How many pages it is shown on, so that none grows too long.</summary>
    public int Pages => Math.Max(1, (Lines.Count + LinesOfPage - 1) / LinesOfPage);

    /// <summary>One of its pages.</summary>
    /// <param name="number">1 for the first.</param>
    public EntryGrid Page(int number) =>
        this with { Lines = [.. Lines.Skip((number - 1) * LinesOfPage).Take(LinesOfPage)] };

    /// <summary>How a member is named in a form; the service as a whole is one of a kind.</summary>
    public static string NameOf(Member? member) => member?.Siren.ToString() ?? Service;

    /// <summary>The periods that have a grid, as <see cref="TemplatePeriods.Offered"/> orders them.</summary>
    internal static IReadOnlyList<Period> Offered(Community community, Mutualisation mutualisation, DateOnly today)
    {
        var lengths = mutualisation.Expected(Catalogue.Standard).Select(d => d.Periodicity).ToHashSet();
        return [.. TemplatePeriods.Offered(community, mutualisation, Catalogue.Standard, today).Where(p => lengths.Contains(p.Periodicity))];
    }

    /// <summary>The grid of a period.</summary>
    /// <param name="community">Whose service.</param>
    /// <param name="mutualisation">Which.</param>
    /// <param name="period">Which.</param>
    /// <param name="stored">What is recorded of its year and of the year before.</param>
    /// <exception cref="Refusing.RefusalException">422 when nothing is due.</exception>
    internal static EntryGrid Of(Community community, Mutualisation mutualisation, Period period, IReadOnlyList<StoredValue> stored)
    {
        var due = TemplateRows.Of(community, mutualisation, Catalogue.Standard, period, stored).Where(row => row.Period == period).ToList();
        var earlier = stored.Where(value => value.Value is not null).ToDictionary(value => value.Key, value => value.Value!.Value);
        var columns = due.Select(row => row.Definition).DistinctBy(d => d.Code).OrderBy(d => d.Code, StringComparer.Ordinal).ToList();
        var cells = due.ToDictionary(row => (row.Definition.Code, row.Member?.Siren), row => new EntryCell(
            row.Definition,
            row.Member,
            row.Known is { Value: { } known } ? Typed(known.Value) : "",
            row.Known is { Cell.Status: ValueStatus.Provisional },
            earlier.TryGetValue(new ValueKey(row.Definition.Code, row.Member?.Siren, period.PreviousYear), out var value)
                ? FrenchNumber.FormatShort(value, row.Definition.Decimals)
                : null));
        return new EntryGrid(period, columns,
        [
            .. Whose(community, due).Select(member => new EntryLine(
                member, [.. columns.Select(column => cells.GetValueOrDefault((column.Code, member?.Siren)))])),
        ]);
    }

    private static IEnumerable<Member?> Whose(Community community, List<TemplateRow> due)
    {
        var owing = due.Select(row => row.Member?.Siren).ToHashSet();
        return community.Members.Where(m => owing.Contains(m.Siren)).Cast<Member?>().Concat(owing.Contains(null) ? [null] : []);
    }

    // A number as it is typed in French, every decimal of it, without groups of digits.
    private static string Typed(decimal value) =>
        value.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',');
}
