using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>What the paper for the budget debate is written from (docs/spec/papers.md).</summary>
/// <param name="Community">Whose services.</param>
/// <param name="Edition">Which issue.</param>
/// <param name="AsOf">Local date of the data, that of the evaluations: what is late, and what is not over, is so on that day.</param>
/// <param name="Year">Fiscal year told of: its accounts are the last that are closed when the budget of two years later is debated.</param>
/// <param name="Services">
/// All services of the community, in the order in which they are read, each with the evaluation of the year, else it is told as
/// not available; those of the two next years where their costs are planned; decisions of the year and of the one before.
/// </param>
public sealed record BudgetDebateFacts(
    Community Community, PaperEdition Edition, DateOnly AsOf, int Year, IReadOnlyList<ServiceYears> Services)
{
    /// <summary>The services in force in the year, evaluated or not.</summary>
    internal IReadOnlyList<ServiceYears> Running { get; } =
        [.. Services.Where(s => s.Mutualisation.StandingIn(Year) == ServiceStanding.InForce)];

    /// <summary>Those of them that share a cost.</summary>
    internal IReadOnlyList<ServiceYears> Shared { get; } =
    [
        .. Services.Where(s => s.Mutualisation.StandingIn(Year) == ServiceStanding.InForce && s.Mutualisation.LegalFormIn(Year).SharesCosts()),
    ];

    /// <summary>The year, written.</summary>
    internal string Written => ReportText.Year(Year);

    /// <summary>The year before, written.</summary>
    internal string Before => ReportText.Year(Year - 1);

    /// <summary>The next year, which runs when the debate is prepared.</summary>
    internal int RunningYear => Year + 1;

    /// <summary>The year whose budget is debated.</summary>
    internal int DebatedYear => Year + 2;

    /// <summary>The next year, written.</summary>
    internal string Next => ReportText.Year(RunningYear);

    /// <summary>The year whose budget is debated, written.</summary>
    internal string Debated => ReportText.Year(DebatedYear);

    /// <summary>Whether the year told of is over on the day of the data.</summary>
    internal bool IsOver => AsOf > Period.OfYear(Year).LastDay;

    /// <summary>What the paper is, in a few words.</summary>
    internal string Subject => $"Communication pour le débat d’orientation budgétaire de {Debated}, bilan de {Written}";

    /// <summary>The evaluation of the year; null when it was not given.</summary>
    internal AnnualEvaluation? Of(ServiceYears service) => service.In(Year);

    /// <summary>Whether a service ran the year before.</summary>
    internal bool RanBefore(ServiceYears service) => service.Mutualisation.StandingIn(Year - 1) == ServiceStanding.InForce;
}
