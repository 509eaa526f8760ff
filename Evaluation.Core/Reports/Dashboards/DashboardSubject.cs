using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports.Dashboards;

/// <summary>What a dashboard is made from: the same twice gives the same dashboard.</summary>
/// <param name="Dossier">The service, its values of the year of the period and of the year before; more years serve alerts only.</param>
/// <param name="Period">A month, or a quarter.</param>
/// <param name="Today">Local date in Europe/Paris: what came later is not known.</param>
public sealed record DashboardSubject(Dossier Dossier, Period Period, DateOnly Today)
{
    /// <summary>
    /// The day that the issue tells in words, and counts days late to: its own, so that the same issue told on two days differs
    /// in nothing but what is known.
    /// </summary>
    public DateOnly ToldOn { get; init; } = Today;
}
