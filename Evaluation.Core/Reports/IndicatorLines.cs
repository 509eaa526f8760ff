using Evaluation.Core.Aggregation;
using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>Rounds the results of an evaluation for display and says why a figure has no value.</summary>
internal sealed class IndicatorLines
{
    private readonly AnnualEvaluation _evaluation;
    private readonly IndicatorAggregation _aggregation;
    private readonly IReadOnlyList<Siren> _members;
    private readonly IReadOnlyList<Siren> _membersBefore;
    private readonly Period _year;

    public IndicatorLines(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        _evaluation = evaluation;
        _aggregation = new IndicatorAggregation(dossier.Values, dossier.Mutualisation, dossier.Catalogue);
        _year = Period.OfYear(dossier.Year);
        _members = [.. evaluation.Perimeter.Participants.Select(p => p.Member.Siren)];
        _membersBefore = [.. dossier.Mutualisation.MembersIn(dossier.Community, _year.PreviousYear).Select(m => m.Siren)];
    }

    public IReadOnlyList<IndicatorLine> All() => [.. _evaluation.Indicators.Select(Of)];

    /// <summary>The value of one participant over the year, of an indicator that may not be followed; none when a part is missing.</summary>
    public Figure OverYear(IndicatorDefinition definition, Siren member) =>
        Figure(definition, _aggregation.WholeOver(definition, _year, _aggregation.In(_year.Year, [member])), _year, [member]);

    /// <summary>The months of the year of a monthly indicator, for each participant; a month that is not due yet has no value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Figure>> MonthsOf(string code)
    {
        var definition = _evaluation.Find(code)!.Definition;
        var months = Period.InYear(_year.Year, Periodicity.Monthly);
        return _members.ToDictionary(
            member => member.ToString(),
            IReadOnlyList<Figure> (member) =>
            {
                var counted = _aggregation.In(_year.Year, [member]);
                return [.. months.Select(month => Due(definition, _aggregation.Over(definition, month, counted), month, [member]))];
            },
            StringComparer.Ordinal);
    }

    private IndicatorLine Of(IndicatorResult result)
    {
        var definition = result.Definition;
        var (known, missed) = result.PeriodsAgainstTarget();
        var (change, compared) = Change(definition, result.Comparison, result.Value, result.Previous);
        return new IndicatorLine(
            definition.Code,
            ReportText.Prose(definition.Label),
            definition.UnitLabel,
            definition.Decimals,
            definition.Family,
            definition.Aggregation,
            definition.Direction,
            definition.Periodicity,
            Figure(definition, result.Previous, _year.PreviousYear, _membersBefore),
            Figure(definition, result.Value, _year, _members),
            change,
            compared,
            result.Followed.Target is { } target ? new ReportTarget(target.Value, target.IsMaximum, target.Basis) : null,
            result.Status,
            result.IsConclusive,
            [.. result.Series.Select(p => Point(definition, p))],
            [.. result.ByMember.Select(m => OfMember(result, m))])
        {
            IsPartial = result.IsPartial,
            IsPreviousPartial = result.IsPreviousPartial,
            IsChangeConclusive = result.IsConclusive && result.Comparison is { IsConclusive: true },
            Way = Way(definition, result.Comparison),
            IsChangeTelling = result.Comparison is { } c
                && ShownChange.Of(definition, c.Current, c.Previous) is { IsNoticeable: true, ProvesNothing: false },
            Answers = result.Answers,
            PreviousAnswers = result.PreviousAnswers,
            IsMissedMostly = result.Status == TargetStatus.Reached && missed * 2 > known,
        };
    }

    private PeriodFigure Point(IndicatorDefinition definition, SeriesPoint point)
    {
        var (change, compared) = Change(definition, point.Comparison, point.Value, point.Previous);
        return new PeriodFigure(
            point.Period.ToString(),
            FrenchPeriod.InItsYear(point.Period),
            Due(definition, point.Value, point.Period, _members),
            Figure(definition, point.Previous, point.Period.PreviousYear, _membersBefore),
            change,
            point.IsProvisional)
        {
            Compared = compared,
            Way = Way(definition, point.Comparison),
            IsPartial = point.IsPartial && point.Value is not null,
            IsPreviousPartial = point.IsPreviousPartial && point.Previous is not null,
        };
    }

    // What is concluded of a member rests on the values of that member, and of the whole.
    private MemberFigure OfMember(IndicatorResult result, MemberResult member) => new(
        ReportMember.Of(member.Member),
        Figure(result.Definition, member.Value, _year, [member.Member.Siren]),
        Figure(result.Definition, member.Previous, _year.PreviousYear, [member.Member.Siren]),
        State(result.Followed.Target, member.Value, result.IsConclusive ? member.Status : TargetStatus.NotConclusive))
    {
        IsPartial = member is { IsPartial: true, Value: not null },
    };

    private Figure Due(IndicatorDefinition definition, decimal? value, Period period, IReadOnlyList<Siren> members) =>
        value is not null || period.DueOn < _evaluation.Dossier.AsOf
            ? Figure(definition, value, period, members)
            : Reports.Figure.NotApplicable;

    private Figure Figure(IndicatorDefinition definition, decimal? value, Period period, IReadOnlyList<Siren> members)
    {
        if (value is not null)
        {
            return Reports.Figure.Of(value, definition.Decimals);
        }

        var mutualisation = _evaluation.Dossier.Mutualisation;
        var takesPart = members.Any(m => definition.Aggregation == AggregationRule.Last
            ? mutualisation.IsActiveOn(m, period.LastDay)
            : mutualisation.IsActiveIn(m, period));
        var isOfNothing = definition.Denominator is { } code
            && _evaluation.Dossier.Catalogue[code] is { } denominator
            && denominator.Periodicity <= period.Periodicity
            && _aggregation.Over(denominator, period, members) == 0;
        var isOfTooFew = _aggregation.Answers(definition, period, _aggregation.In(period.Year, members)) is { AreTooFew: true };
        return takesPart && !isOfNothing && !isOfTooFew ? Reports.Figure.NotTransmitted : Reports.Figure.NotApplicable;
    }

    // The figures shown where they are those compared; else those compared are given with the change.
    private static (Figure Change, ComparedFigures? Compared) Change(
        IndicatorDefinition definition, Comparison? comparison, decimal? value, decimal? previous)
    {
        if (comparison is null)
        {
            return (value is null ? Reports.Figure.NotTransmitted : Reports.Figure.NotApplicable, null);
        }

        var shown = ShownChange.Of(definition, comparison.Current, comparison.Previous);
        var areShown = value is { } now && previous is { } before
            && ShownChange.Of(definition, now, before) is var beside && beside.Current == shown.Current && beside.Previous == shown.Previous;
        return (
            shown.Value is { } change ? Reports.Figure.Of(change, shown.Decimals) : Reports.Figure.NotApplicable,
            areShown ? null : new ComparedFigures(shown.Current, shown.Previous));
    }

    // A change in percent of zero has no figure, and still a way.
    private static int? Way(IndicatorDefinition definition, Comparison? comparison) =>
        comparison is null ? null : ShownChange.Of(definition, comparison.Current, comparison.Previous).Way;

    private static TargetStatus State(Target? target, decimal? value, TargetStatus status) =>
        target is null ? TargetStatus.NoTarget
        : value is null ? TargetStatus.NotKnown
        : status;
}
