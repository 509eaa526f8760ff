using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Rules;
using Evaluation.Core.Statistics;

namespace Evaluation.Core.Submissions;

/// <summary>
/// What is noticed of new values among those already known (docs/spec/rules.md): rules between indicators, jumps
/// against the year before, values out of the ordinary. Only new values are judged, so an anomaly is told once: the
/// same values again tell nothing.
/// </summary>
public sealed class ValueAnomalies
{
    /// <summary>A value is judged on at most two years of months before it.</summary>
    public const int LongestHistory = 24;

    /// <summary>Years before that of a value in which its history lies.</summary>
    public const int YearsBefore = 2;

    private readonly Mutualisation _mutualisation;
    private readonly Catalogue _catalogue;
    private readonly ValueBook _book;
    private readonly IReadOnlyList<IndicatorValue> _given;
    private readonly int[] _years;
    private readonly Dictionary<string, List<int>> _givenOf = new(StringComparer.Ordinal);
    private readonly Dictionary<Series, List<PeriodValue>> _series = [];

    private ValueAnomalies(
        Mutualisation mutualisation, Catalogue catalogue, IEnumerable<IndicatorValue> known, IReadOnlyList<IndicatorValue> given)
    {
        _mutualisation = mutualisation;
        _catalogue = catalogue;
        _given = given;
        _book = new ValueBook(known.Concat(given));
        for (var index = 0; index < given.Count; index++)
        {
            var indicator = given[index].Key.Indicator;
            if (!_givenOf.TryGetValue(indicator, out var indices))
            {
                _givenOf[indicator] = indices = [];
            }

            indices.Add(index);
        }

        _years =
        [
            .. given.Select(v => v.Key.Period.Year).ToHashSet()
                .SelectMany(year => Enumerable.Range(year - YearsBefore, YearsBefore + 1))
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>The findings, by the new value that they are told of.</summary>
    /// <param name="mutualisation">Who takes part when.</param>
    /// <param name="catalogue">Definitions.</param>
    /// <param name="known">What was known before, of the years of the new values and of the two before.</param>
    /// <param name="given">New values.</param>
    public static IReadOnlyDictionary<ValueKey, List<IndicatorFinding>> Find(
        Mutualisation mutualisation, Catalogue catalogue, IEnumerable<IndicatorValue> known, IReadOnlyList<IndicatorValue> given)
    {
        var anomalies = new ValueAnomalies(mutualisation, catalogue, known, given);

        // Both only read what is known: side by side where there are two processors.
        var (ofHistory, ofRules) = (new Findings(), new Findings());
        Parallel.Invoke(() => anomalies.AgainstHistory(ofHistory), () => anomalies.AgainstRules(ofRules));
        ofHistory.Add(ofRules);
        return ofHistory.OfValues;
    }

    private void AgainstHistory(Findings findings)
    {
        foreach (var value in _given)
        {
            var definition = _catalogue[value.Key.Indicator];
            var previous = _book.Find(value.Key with { Period = value.Key.Period.PreviousYear });
            var finding = previous is null
                ? OutOfTheOrdinary(definition, value)
                : YearlyJump.Check(definition, value.Key.Period, value.Value, previous.Value, _catalogue);
            if (finding is { } found)
            {
                findings.Tell(value.Key, found);
            }
        }
    }

    // Only where the same period of the year before says nothing: it knows the seasons, the last two years do not.
    // Below the floor, one more or less is a matter of chance.
    private IndicatorFinding? OutOfTheOrdinary(IndicatorDefinition definition, IndicatorValue value)
    {
        var history = ReferenceWindow.Before(
            definition, value.Key.Period, SeriesOf(definition, value.Key.Member), LongestHistory, _catalogue);
        return history.Count < OutlierTest.FewestForModifiedZScore
            || (Math.Abs(value.Value) < YearlyJump.DefaultFloor && history.All(v => Math.Abs(v) < YearlyJump.DefaultFloor))
                ? null
                : OutlierWords.Finding(OutlierTest.ByModifiedZScore(value.Value, history), definition);
    }

    private List<PeriodValue> SeriesOf(IndicatorDefinition definition, Siren? member)
    {
        var key = new Series(definition.Code, member);
        if (!_series.TryGetValue(key, out var series))
        {
            _series[key] = series = [];
            foreach (var year in _years)
            {
                foreach (var value in _book.Year(definition, member, year))
                {
                    if (value is not null)
                    {
                        series.Add(new PeriodValue(value.Key.Period, value.Value));
                    }
                }
            }
        }

        return series;
    }

    private void AgainstRules(Findings findings)
    {
        var aggregation = new IndicatorAggregation(_book, _mutualisation, _catalogue);
        var counted = new Dictionary<Place, CountedValues>();
        foreach (var rule in StandardRules.Of(_catalogue))
        {
            foreach (var ((member, span), last) in PlacesOf(rule))
            {
                var year = new Place(member, Period.OfYear(span.Year));
                if (!counted.TryGetValue(year, out var values))
                {
                    counted[year] = values = aggregation.In(span.Year, member is { } one ? [one] : []);
                }

                if (rule.Check(code => aggregation.WholeOver(_catalogue[code], span, values)) is { } found)
                {
                    findings.Tell(_given[last].Key, found);
                }
            }
        }
    }

    // Where new values are read by a rule, and the last of them: what the rule finds is told of that one.
    private Dictionary<Place, int> PlacesOf(ValidationRule rule)
    {
        var window = rule.Window(_catalogue);
        var places = new Dictionary<Place, int>();
        foreach (var code in rule.Indicators)
        {
            foreach (var index in _givenOf.GetValueOrDefault(code) ?? [])
            {
                var key = _given[index].Key;
                var place = new Place(key.Member, key.Period.Within(window));
                places[place] = Math.Max(index, places.GetValueOrDefault(place));
            }
        }

        return places;
    }

    private sealed class Findings
    {
        public Dictionary<ValueKey, List<IndicatorFinding>> OfValues { get; } = [];

        public void Tell(ValueKey key, IndicatorFinding finding)
        {
            if (!OfValues.TryGetValue(key, out var findings))
            {
                OfValues[key] = findings = [];
            }

            findings.Add(finding);
        }

        public void Add(Findings others)
        {
            foreach (var (key, findings) in others.OfValues)
            {
                findings.ForEach(finding => Tell(key, finding));
            }
        }
    }

    private readonly record struct Series(string Indicator, Siren? Member);

    private readonly record struct Place(Siren? Member, Period Window);
}
