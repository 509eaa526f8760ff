using Evaluation.Core.Calendar;
using Evaluation.Core.Closing;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Report;

namespace Evaluation.Functions.Consult;

/// <summary>Where a service stands today, whatever year is looked at: what its acts are found from.</summary>
/// <param name="Mutualisation">Which service.</param>
/// <param name="Calendar">What is late and what comes next.</param>
/// <param name="Closed">What was decided of its periods and years.</param>
/// <param name="Costs">Of every known year, in order.</param>
/// <param name="Issues">Its annual evaluations that the reader finds, the latest last.</param>
/// <param name="Decisions">Those that hold, by year of the evaluation.</param>
public sealed record ServiceToday(
    Mutualisation Mutualisation,
    ServiceCalendar Calendar,
    ClosedPeriods Closed,
    IReadOnlyList<CostYear> Costs,
    IReadOnlyList<ReportIssue> Issues,
    IReadOnlyDictionary<int, Decision> Decisions)
{
    /// <summary>The year whose cost is known not to be shared out, so that no amount can be settled; null for none.</summary>
    public int? UnsplitYear { get; init; }

    /// <summary>Values that are late and may still be sent.</summary>
    public int LateValues => Calendar.Overdue.Where(o => !o.IsClosed).Sum(o => o.Missing);
}
