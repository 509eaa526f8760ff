using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>Rounds the results of an evaluation for display and says why a figure has no value.</summary>
internal sealed class IndicatorLines
{
    private const int ChangeDecimals = 1;

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

    /// <summary>The value of one participant over the year, of an indicator that may not be followed.</summary>
    public Figure OverYear(IndicatorDefinition definition, Siren member) =>
        Figure(definition, _aggregation.Over(definition, _year, [member]), _year, [member]);

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
        var isConclusive = IsConclusive(definition);
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
            Change(definition, result.Comparison, result.Value),
            result.Comparison is { } c && (c.Current != result.Value || c.Previous != result.Previous),
            result.Followed.Target is { } target ? new ReportTarget(target.Value, target.IsMaximum, target.Basis) : null,
            State(result.Followed.Target, result.Value, result.Status, isConclusive),
            isConclusive,
            [.. result.Series.Select(p => Point(definition, p))],
            [.. result.ByMember.Select(m => OfMember(result.Followed.Target, definition, m, isConclusive))]);
    }

    private PeriodFigure Point(IndicatorDefinition definition, SeriesPoint point)
    {
        Comparison? comparison = point is { Value: { } now, Previous: { } before } ? new(now, before) : null;
        return new PeriodFigure(
            point.Period.ToString(),
            FrenchPeriod.InItsYear(point.Period),
            Due(definition, point.Value, point.Period, _members),
            Figure(definition, point.Previous, point.Period.PreviousYear, _membersBefore),
            Change(definition, comparison, point.Value),
            point.IsProvisional);
    }

    private MemberFigure OfMember(Target? target, IndicatorDefinition definition, MemberResult member, bool isConclusive) => new(
        ReportMember.Of(member.Member),
        Figure(definition, member.Value, _year, [member.Member.Siren]),
        Figure(definition, member.Previous, _year.PreviousYear, [member.Member.Siren]),
        State(target, member.Value, member.Status, isConclusive));

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
        var takesPart = members.Any(m => definition.Aggregation == Aggregation.Last
            ? mutualisation.IsActiveOn(m, period.LastDay)
            : mutualisation.IsActiveIn(m, period));
        var isOfNothing = definition.Denominator is { } code
            && _evaluation.Dossier.Catalogue[code] is { } denominator
            && denominator.Periodicity <= period.Periodicity
            && _aggregation.Over(denominator, period, members) == 0;
        return takesPart && !isOfNothing ? Reports.Figure.NotTransmitted : Reports.Figure.NotApplicable;
    }

    private static Figure Change(IndicatorDefinition definition, Comparison? comparison, decimal? value)
    {
        if (comparison is null)
        {
            return value is null ? Reports.Figure.NotTransmitted : Reports.Figure.NotApplicable;
        }

        var change = definition.UnitLabel == "%" ? comparison.Current - comparison.Previous : comparison.Change * 100;
        return change is null ? Reports.Figure.NotApplicable : Reports.Figure.Of(change, ChangeDecimals);
    }

    private static TargetState State(Target? target, decimal? value, TargetStatus status, bool isConclusive) =>
        (target, value, status) switch
        {
            (null, _, _) => TargetState.SansCible,
            (_, null, _) => TargetState.NonDisponible,
            _ when !isConclusive => TargetState.NonConclue,
            (_, _, TargetStatus.Reached) => TargetState.Atteinte,
            (_, _, TargetStatus.Close) => TargetState.Proche,
            _ => TargetState.NonAtteinte,
        };

    /// <summary>Whether at least 80 % of the values that an indicator rests on came.</summary>
    public bool IsConclusive(IndicatorDefinition definition)
    {
        var codes = Catalogue.PartsOf(definition).Prepend(definition.Code).ToHashSet(StringComparer.Ordinal);
        var received = _evaluation.Completeness.ByIndicator
            .Where(i => codes.Contains(i.Definition.Code) && i.Received.Expected > 0)
            .Select(i => i.Received.Confidence)
            .ToList();
        return received.TrueForAll(confidence => confidence != Confidence.Faible);
    }
}
