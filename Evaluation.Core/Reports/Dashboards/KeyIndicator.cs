using Evaluation.Core.Aggregation;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports.Dashboards;

/// <summary>One indicator over a period, and against the same months of the year before.</summary>
/// <param name="Followed">Definition and target.</param>
/// <param name="Value">Over all members, rounded as the indicator is shown; not applicable when it is a share of too few answers, or of nothing.</param>
/// <param name="IsWhole">Whether every value that counts came and the period is over.</param>
/// <param name="CanCompare">Whether both years are of the same: false once the definition changed, or members that it does not part by.</param>
/// <param name="Compared">Both years on the members and months known in both; null when nothing compares.</param>
/// <param name="IsChangeConclusive">Whether the period is over and at least 80 % of what was due in both years is known in both.</param>
internal sealed record KeyIndicator(
    FollowedIndicator Followed, Figure Value, bool IsWhole, bool CanCompare, ShownChange? Compared, bool IsChangeConclusive)
{
    private const int Count = 6;

    /// <summary>The answers that a share of answers rests on; null for anything else, and when none is known.</summary>
    public AnswerCount? Answers { get; private init; }

    // What a service does, how long it takes and how well comes before what it has and costs.
    private static readonly IndicatorFamily[] Families =
    [
        IndicatorFamily.Activite, IndicatorFamily.Delai, IndicatorFamily.Qualite, IndicatorFamily.Satisfaction,
        IndicatorFamily.Impact, IndicatorFamily.Cout, IndicatorFamily.Moyens, IndicatorFamily.Securite,
    ];

    public IndicatorDefinition Definition => Followed.Definition;

    /// <summary>
    /// How the value as it is shown stands against its target; not judged while it is not whole, nor where the target is
    /// that of the whole year.
    /// </summary>
    public TargetStatus State => Followed.Target is not { } target || Definition.Aggregation == AggregationRule.Sum ? TargetStatus.NoTarget
        : Value.Value is not { } value ? TargetStatus.NotKnown
        : IsWhole ? target.StatusOf(value)
        : TargetStatus.NotConclusive;

    /// <summary>Every followed indicator that has values within the period, in the order of the service; none out of force.</summary>
    public static IReadOnlyList<KeyIndicator> All(KnownPeriod known)
    {
        if (!known.IsInForce)
        {
            return [];
        }

        var counted = Counted.Of(known);
        return [.. known.Dossier.Mutualisation.Followed.Where(f => known.CanHold(f.Definition)).Select(f => Of(f, known, counted))];
    }

    /// <summary>Six of them: the first of each family, then the second of each, and so on.</summary>
    public static IReadOnlyList<KeyIndicator> Chosen(IReadOnlyList<KeyIndicator> all) =>
    [
        .. all.GroupBy(i => i.Definition.Family)
            .SelectMany(family => family.Index().Select(i => (Turn: i.Index, Rank: Array.IndexOf(Families, family.Key), Indicator: i.Item)))
            .OrderBy(i => i.Turn)
            .ThenBy(i => i.Rank)
            .Take(Count)
            .Select(i => i.Indicator),
    ];

    private static KeyIndicator Of(FollowedIndicator followed, KnownPeriod known, Counted counted)
    {
        var definition = followed.Definition;
        var value = known.Aggregation.Over(definition, known.Period, counted.All);
        var answers = known.Aggregation.Answers(definition, known.Period, counted.All);
        var canCompare = IsOfTheSame(definition, known);
        return new KeyIndicator(
            followed,
            value is null && (known.Members.Count == 0 || answers is { AreTooFew: true } || IsOfNothing(definition, known, counted.All))
                ? Figure.NotApplicable
                : Figure.Of(value, definition.Decimals),
            value is not null && known.IsOver && known.Aggregation.IsWhole(definition, known.Period, counted.All),
            canCompare,
            canCompare
                && known.Aggregation.Over(definition, known.Period, counted.Now) is { } current
                && known.Aggregation.Over(definition, known.Period.PreviousYear, counted.Before) is { } previous
                    ? ShownChange.Of(definition, current, previous)
                    : null,
            known.IsOver && Parts(definition, known).All(part => IsEnough(part, known.Period, counted.Now)))
        {
            Answers = answers,
        };
    }

    // A rate of nothing at all was not left out.
    private static bool IsOfNothing(IndicatorDefinition definition, KnownPeriod known, CountedValues counted) =>
        definition.Denominator is { } code && known.Aggregation.Over(known.Dossier.Catalogue[code], known.Period, counted) == 0;

    // What does not part by member compares only while nobody came or left.
    private static bool IsOfTheSame(IndicatorDefinition definition, KnownPeriod known) =>
        known.Dossier.Catalogue.BreaksBetween(definition, known.Period.PreviousYear, known.Period).Count == 0
        && (Parts(definition, known).All(part => part.Level == IndicatorLevel.Member)
            || known.Members.SequenceEqual(known.Dossier.Mutualisation.MembersIn(known.Dossier.Community, known.Period.PreviousYear)));

    private static bool IsEnough(IndicatorDefinition part, Period period, CountedValues knownInBoth)
    {
        var ranks = Ranks.Of(period, part.Periodicity);
        var (expected, known) = knownInBoth.Of(part).Select(row => row.Count(ranks, MonthSet.All))
            .Aggregate((Expected: 0, Known: 0), (sum, row) => (sum.Expected + row.Expected, sum.Known + row.Known));
        return new Received(expected, known, 0).Confidence != Confidence.Faible;
    }

    private static IEnumerable<IndicatorDefinition> Parts(IndicatorDefinition definition, KnownPeriod known) =>
        Catalogue.PartsOf(definition).Select(code => known.Dossier.Catalogue[code]).Prepend(definition).Where(part => !part.IsComputed);

    // The values of the period, and those of each year that are known in the other as well.
    private sealed record Counted(CountedValues All, CountedValues Now, CountedValues Before)
    {
        public static Counted Of(KnownPeriod known)
        {
            var (aggregation, year) = (known.Aggregation, known.Period.Year);
            IReadOnlyList<Siren> members = [.. known.Members.Select(m => m.Siren)];
            return new Counted(aggregation.In(year, members), aggregation.In(year, members, alsoIn: year - 1), aggregation.In(year - 1, members, alsoIn: year));
        }
    }
}
