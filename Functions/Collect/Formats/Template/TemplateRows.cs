using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect.Formats.Template;

/// <summary>One value to fill in.</summary>
/// <param name="Definition">Of what.</param>
/// <param name="Member">Whose; null for the service as a whole.</param>
/// <param name="Period">When.</param>
/// <param name="Known">What is recorded already; null when nothing is.</param>
internal sealed record TemplateRow(IndicatorDefinition Definition, Member? Member, Period Period, StoredValue? Known);

/// <summary>The values that are due from a service in a period, and in the shorter ones inside it.</summary>
internal static class TemplateRows
{
    /// <summary>By end of period, then indicator, then member in the community’s order.</summary>
    /// <exception cref="RefusalException">422 when nothing is due, or more than one file may hold.</exception>
    public static IReadOnlyList<TemplateRow> Of(
        Community community,
        Mutualisation mutualisation,
        Catalogue catalogue,
        Period period,
        IEnumerable<StoredValue> stored)
    {
        var known = stored.Where(value => value.Value is not null).ToDictionary(value => value.Key);
        var rows = Due(community, mutualisation, catalogue, period)
            .Select(row => row with
            {
                Known = known.GetValueOrDefault(new ValueKey(row.Definition.Code, row.Member?.Siren, row.Period)),
            })
            .OrderBy(row => row.Period.End)
            .ThenBy(row => row.Period.Periodicity)
            .ThenBy(row => row.Definition.Code, StringComparer.Ordinal)
            .ToList();
        return rows.Count switch
        {
            0 => throw EdgeRefusals.TemplateEmpty.Refused(FrenchPeriod.De(period)),
            > SubmittedBatch.MaxRows => throw EdgeRefusals.TemplateTooLarge.Refused(),
            _ => rows,
        };
    }

    /// <summary>Whether a template of a period has something to fill in, and no more than one file may hold.</summary>
    public static bool FitOneFile(Community community, Mutualisation mutualisation, Catalogue catalogue, Period period) =>
        Due(community, mutualisation, catalogue, period).Take(SubmittedBatch.MaxRows + 1).Count() is > 0 and <= SubmittedBatch.MaxRows;

    private static IEnumerable<TemplateRow> Due(
        Community community, Mutualisation mutualisation, Catalogue catalogue, Period period) =>
        from definition in mutualisation.Expected(catalogue, period)
        where definition.Periodicity <= period.Periodicity
        from part in period.Split(definition.Periodicity)
        where !(part.Start >= mutualisation.EndedOn)
        from member in MembersOf(definition, community, mutualisation, part)
        select new TemplateRow(definition, member, part, null);

    private static IEnumerable<Member?> MembersOf(
        IndicatorDefinition definition, Community community, Mutualisation mutualisation, Period period) =>
        definition.Level == IndicatorLevel.Service ? Enumerable.Repeat<Member?>(null, 1) : mutualisation.MembersIn(community, period);
}
