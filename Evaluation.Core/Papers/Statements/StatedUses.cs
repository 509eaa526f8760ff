using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Papers.Statements;

/// <summary>A use of the service, or one that should be known and is not.</summary>
/// <param name="Member">Who.</param>
/// <param name="Period">When.</param>
/// <param name="Indicator">What is counted.</param>
/// <param name="Use">The use in units; null when its value did not come.</param>
internal sealed record StatedUse(Siren Member, Period Period, IndicatorDefinition Indicator, Use? Use);

/// <summary>Every use of a year in units, by member; what is due and did not come is among them, without a figure.</summary>
internal sealed class StatedUses
{
    private readonly ILookup<Siren, StatedUse> _byMember;

    private StatedUses(ILookup<Siren, StatedUse> byMember, bool areOfOneUnit, bool awaitMore)
    {
        _byMember = byMember;
        AreOfOneUnit = areOfOneUnit;
        AwaitMore = awaitMore;
    }

    /// <summary>Whether a period of the year is not due yet: units are not those of the whole year.</summary>
    public bool AwaitMore { get; }

    /// <summary>Whether they add up: all that is counted is one unit, or weighted into one.</summary>
    public bool AreOfOneUnit { get; }

    /// <summary>Who used the service, or should have said so.</summary>
    public IEnumerable<Siren> Members => _byMember.Select(m => m.Key);

    /// <summary>The uses of a year.</summary>
    public static StatedUses Of(YearFacts facts)
    {
        var dossier = facts.Dossier;
        var keys = YearAllocation.KeysOf(dossier, dossier.Year);
        var known = MemberUses.Of(dossier.Values, dossier.Mutualisation, dossier.Catalogue, dossier.Year, keys);
        IReadOnlyList<string> codes = [.. keys.SelectMany(k => k.Key.Indicators).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var uses =
            from code in codes
            let definition = dossier.Catalogue[code]
            from participant in facts.Perimeter.Participants
            let member = participant.Member.Siren
            from use in known[member].Where(u => u.Indicator == code).Select(u => new StatedUse(member, u.Period, definition, u))
                .Concat(Missing(dossier, definition, member, [.. known[member].Where(u => u.Indicator == code).Select(u => u.Period)]))
            orderby use.Period, code
            select use;
        return new StatedUses(
            uses.ToLookup(u => u.Member),
            IsOneUnit(keys),
            codes.Any(code => Period.InYear(dossier.Year, dossier.Catalogue[code].Periodicity).Any(p => p.DueOn >= dossier.AsOf)));
    }

    /// <summary>Those of a member, by period.</summary>
    public IReadOnlyList<StatedUse> Of(Siren member) => [.. _byMember[member]];

    /// <summary>Units of a member; null while one of its uses is not known, or none is.</summary>
    public decimal? UnitsOf(Siren member) => AreOfOneUnit && _byMember.Contains(member) && _byMember[member].All(u => u.Use is not null)
        ? _byMember[member].Sum(u => u.Use!.Units)
        : null;

    // What adds up is due period by period; of what is a state, one value says the year.
    private static IEnumerable<StatedUse> Missing(Dossier dossier, IndicatorDefinition definition, Siren member, IReadOnlyList<Period> known)
    {
        var due = Period.InYear(dossier.Year, definition.Periodicity)
            .Where(p => p.DueOn < dossier.AsOf && dossier.Mutualisation.IsActiveIn(member, p))
            .ToList();
        return definition.Aggregation == AggregationRule.Last
            ? known.Count > 0 || due.Count == 0 ? [] : [new StatedUse(member, due[^1], definition, null)]
            : due.Except(known).Select(p => new StatedUse(member, p, definition, null));
    }

    private static bool IsOneUnit(IReadOnlyList<KeySpan> keys)
    {
        var units = keys.Select(k => k.Key.Criteria.Where(c => c.IsMeasured).ToList()).ToList();
        return units.Count > 0
            && keys.All(k => k.Key.Prices.Count == 0)
            && units.TrueForAll(u => u.Count == 1 && u[0].CountsAs(units[0][0]));
    }
}
