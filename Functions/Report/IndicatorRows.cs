using Evaluation.Core.Aggregation;
using Evaluation.Core.Indicators;
using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report;

/// <summary>Lays the figures of one indicator out: the year, its answers, its periods, its members.</summary>
internal static class IndicatorRows
{
    public static IEnumerable<ReportRow> Of(string section, IndicatorLine line, string year)
    {
        yield return new ReportRow(section, line.Code, line.Label, year, line.Value, line.Unit)
        {
            Previous = line.Previous,
            Change = line.Change,
            Target = line.Target?.Value,
            State = State(line.State),
            Compared = line.Compared,
            IsPartial = line.IsPartial,
            IsPreviousPartial = line.IsPreviousPartial,
        };
        if (line.Answers is not null || line.PreviousAnswers is not null)
        {
            yield return Answers("réponses favorables", a => a.Favourable);
            yield return Answers("réponses exprimées", a => a.Expressed);
        }

        foreach (var period in line.Series.Where(p => p.Period != year))
        {
            yield return new ReportRow(section, line.Code, line.Label, period.Period, period.Value, line.Unit)
            {
                Previous = period.Previous,
                Change = period.Change,
                Compared = period.Compared,
                IsPartial = period.IsPartial,
                IsPreviousPartial = period.IsPreviousPartial,
            };
        }

        foreach (var member in line.Members)
        {
            yield return new ReportRow(section, line.Code, line.Label, year, member.Value, line.Unit)
            {
                Member = member.Member,
                Previous = member.Previous,
                State = State(member.State),
                IsPartial = member.IsPartial,
            };
        }

        ReportRow Answers(string what, Func<AnswerCount, decimal> count) =>
            new(section, line.Code, $"{line.Label}, {what}", year, Figure.Of(line.Answers is { } now ? count(now) : null, 0), "réponses")
            {
                Previous = Figure.Of(line.PreviousAnswers is { } before ? count(before) : null, 0),
            };
    }

    // What was not to be judged has no state in a table of figures.
    private static string? State(TargetStatus state) => state is TargetStatus.NoTarget or TargetStatus.NotKnown ? null : FigureWords.State(state);
}
