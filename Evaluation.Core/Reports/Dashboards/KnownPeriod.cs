using Evaluation.Core.Aggregation;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports.Dashboards;

/// <summary>What is known of a period on a day: the values that had come by then.</summary>
internal sealed class KnownPeriod
{
    public KnownPeriod(DashboardSubject subject)
    {
        if (subject.Period.Periodicity > Periodicity.Quarterly || subject.Period.Year != subject.Dossier.Year)
        {
            throw new ArgumentException("A dashboard is that of a month or a quarter of the year of its dossier.", nameof(subject));
        }

        var values = new ValueBook(subject.Dossier.Values.All.Where(v => v.Origin is null || v.Origin.FirstReceivedOn <= subject.Today));
        Dossier = subject.Dossier with { Values = values, AsOf = subject.Today };
        (Period, Today, ToldOn) = (subject.Period, subject.Today, subject.ToldOn);
        Aggregation = new IndicatorAggregation(values, Dossier.Mutualisation, Dossier.Catalogue);
    }

    /// <summary>The dossier as of the day.</summary>
    public Dossier Dossier { get; }

    public Period Period { get; }

    public DateOnly Today { get; }

    /// <summary>The day that is told in words: that of the issue.</summary>
    public DateOnly ToldOn { get; }

    public IndicatorAggregation Aggregation { get; }

    /// <summary>Whether the last day of the period is past: before, every value of it may still grow.</summary>
    public bool IsOver => Period.LastDay < Today;

    /// <summary>Whether the service was in force on a day of the period: before and after, it has no figure.</summary>
    public bool IsInForce => Dossier.Mutualisation.IsInForceIn(Period);

    /// <summary>Who takes part in the period.</summary>
    public IReadOnlyList<Member> Members => Dossier.Mutualisation.MembersIn(Dossier.Community, Period);

    /// <summary>Whether an indicator and all it is made of are known period by period.</summary>
    public bool CanHold(IndicatorDefinition definition) => Catalogue.PartsOf(definition)
        .Select(code => Dossier.Catalogue[code])
        .Prepend(definition)
        .All(part => !part.IsDerived && part.Periodicity <= Period.Periodicity);

    /// <summary>The values expected of the period, those that came and those that came in time, by code of indicator.</summary>
    public IReadOnlyList<(IndicatorDefinition Definition, Received Received)> Received() =>
    [
        .. Dossier.Mutualisation.Expected(Dossier.Catalogue, Period.OfYear(Period.Year))
            .Where(d => d.Periodicity <= Period.Periodicity)
            .Select(d => (d, Period.Split(d.Periodicity)
                .Where(Dossier.Mutualisation.IsInForceIn)
                .Aggregate(new Received(0, 0, 0), (sum, period) => sum + Of(d, period))))
            .Where(d => d.Item2.Expected > 0),
    ];

    private Received Of(IndicatorDefinition definition, Period period)
    {
        var members = Dossier.Mutualisation.MembersIn(Dossier.Community, period);
        var values = (definition.Level == IndicatorLevel.Service ? members.Take(1).Select(_ => (Siren?)null) : members.Select(m => (Siren?)m.Siren))
            .Select(sender => Dossier.Values.Find(new ValueKey(definition.Code, sender, period)))
            .ToList();
        return new Received(
            values.Count,
            values.Count(v => v is not null),
            values.Count(v => v is not null && !(v.Origin?.FirstReceivedOn > period.DueOn)));
    }
}
