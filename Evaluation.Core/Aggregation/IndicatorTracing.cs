using System.Runtime.InteropServices;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Aggregation;

/// <summary>Lists what a figure is made of, by the same rules as <see cref="IndicatorAggregation"/> adds it up.</summary>
/// <param name="aggregation">Gives weights and totals.</param>
/// <param name="catalogue">Definitions of the parts of ratios.</param>
internal sealed class IndicatorTracing(IndicatorAggregation aggregation, Catalogue catalogue)
{
    /// <summary>The trace of the value that <see cref="IndicatorAggregation"/> gives over a window.</summary>
    public IndicatorTrace Of(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        var terms = definition.Aggregation switch
        {
            AggregationRule.Sum => Cells(definition, window, counted, against: null),
            AggregationRule.Last => [.. counted.Of(definition).Select(row => row.LastOf(window)).OfType<IndicatorValue>().Select(v => new Term(v, null))],
            AggregationRule.Average => Mean(definition, window, counted),
            AggregationRule.Ratio => Ratio(definition, window, counted),
        };
        var isWeighted = terms.Exists(t => t.Against is not null);
        decimal? above = terms.Count == 0 ? null
            : terms.Sum(t => definition.Aggregation == AggregationRule.Average ? t.Value * t.Against!.Value : t.Value);
        decimal? below = isWeighted ? terms.Sum(t => t.Against ?? 0) : null;
        return new IndicatorTrace(
            definition.Code,
            window,
            definition.Aggregation,
            isWeighted && definition.Aggregation == AggregationRule.Average ? definition.Weight : null,
            definition.Numerator,
            definition.Denominator,
            definition.Factor,
            above,
            below,
            aggregation.Over(definition, window, counted),
            Members(terms));
    }

    // The terms of a member follow each other; a ratio lists them from the last period to the first.
    private static List<TracedMember> Members(List<Term> terms)
    {
        var members = new List<TracedMember>();
        var all = CollectionsMarshal.AsSpan(terms);
        while (all.Length > 0)
        {
            var count = 1;
            while (count < all.Length && all[count].Member == all[0].Member)
            {
                count++;
            }

            all[..count].Sort(static (a, b) => a.Period.CompareTo(b.Period));
            members.Add(Member(all[..count]));
            all = all[count..];
        }

        return members;
    }

    private static TracedMember Member(ReadOnlySpan<Term> terms)
    {
        var (periods, values) = (new Period[terms.Length], new decimal[terms.Length]);
        var against = terms[0].Against is null ? null : new decimal[terms.Length];
        var submissions = new List<string>(1);
        for (var i = 0; i < terms.Length; i++)
        {
            (periods[i], values[i]) = (terms[i].Period, terms[i].Value);
            if (against is not null)
            {
                against[i] = terms[i].Against ?? 0;
            }

            foreach (var submission in terms[i].Submissions)
            {
                Add(submissions, submission);
            }
        }

        return new TracedMember(terms[0].Member, periods, values, against, submissions);
    }

    private static List<Term> Cells(
        IndicatorDefinition definition, Period window, CountedValues counted, Func<IndicatorValue, decimal?>? against)
    {
        var ranks = Ranks.Of(window, definition.Periodicity);
        var terms = new List<Term>();
        foreach (var row in counted.Of(definition))
        {
            for (var rank = ranks.First; rank <= ranks.Last; rank++)
            {
                if (row.Find(rank) is { } value)
                {
                    terms.Add(new Term(value, against?.Invoke(value)));
                }
            }
        }

        return terms;
    }

    private List<Term> Mean(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        if (definition.Weight is { } code)
        {
            var weight = catalogue[code];
            var weighted = Cells(definition, window, counted, v => aggregation.Over(weight, v.Key.Period, counted.Only(v.Key.Member)))
                .FindAll(t => t.Against is > 0);
            if (weighted.Count > 0)
            {
                return weighted;
            }
        }

        return Cells(definition, window, counted, _ => 1);
    }

    private List<Term> Ratio(IndicatorDefinition definition, Period window, CountedValues counted)
    {
        var (numerator, denominator) = (catalogue[definition.Numerator!], catalogue[definition.Denominator!]);
        if (numerator.Level == denominator.Level)
        {
            var terms = new List<Term>();
            foreach (var pair in new RatioPairs(numerator, denominator, window, counted))
            {
                var submissions = new List<string>(2);
                AddSubmissions(submissions, numerator, pair, counted);
                AddSubmissions(submissions, denominator, pair, counted);
                terms.Add(new Term(counted.EntityOf(numerator, pair.Row), pair.Period, pair.Above, pair.Below, submissions));
            }

            return terms;
        }

        // One half belongs to the service, the other to its members: each is listed for itself.
        return aggregation.Over(definition, window, counted) is null
            ? []
            :
            [
                .. Of(numerator, window, counted).Members.SelectMany(m => m.Periods.Select((p, i) => new Term(m.Member, p, m.Values[i], null, m.Submissions))),
                .. Of(denominator, window, counted).Members.SelectMany(m => m.Periods.Select((p, i) => new Term(m.Member, p, 0, m.Values[i], m.Submissions))),
            ];
    }

    private static void AddSubmissions(List<string> submissions, IndicatorDefinition part, RatioPair pair, CountedValues counted)
    {
        var ranks = Ranks.Of(pair.Period, part.Periodicity);
        var row = counted.Of(part)[pair.Row];
        for (var rank = ranks.First; rank <= ranks.Last; rank++)
        {
            if (row.Find(rank)?.Origin?.Submission is { } submission)
            {
                Add(submissions, submission);
            }
        }
    }

    private static void Add(List<string> submissions, string submission)
    {
        if (!submissions.Contains(submission))
        {
            submissions.Add(submission);
        }
    }

    /// <summary>One addend of a figure.</summary>
    private readonly record struct Term(
        Communities.Siren? Member, Period Period, decimal Value, decimal? Against, IReadOnlyList<string> Submissions)
    {
        public Term(IndicatorValue value, decimal? against)
            : this(value.Key.Member, value.Key.Period, value.Value, against, value.Origin is { } origin ? [origin.Submission] : [])
        {
        }
    }
}
