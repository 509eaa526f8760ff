using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Kinds;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Papers;
using Evaluation.Core.Papers.BudgetDebate;
using Evaluation.Core.Papers.MultiYear;
using Evaluation.Core.Papers.Statements;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports.Dashboards;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>Loads what a paper is written from, once: any edition of it can then be written.</summary>
internal sealed class PaperSources(
    Registry registry, DossierLoader dossiers, CostStore costs, DecisionStore decisions)
{
    /// <summary>How the paper is written once its edition is known.</summary>
    /// <param name="community">Whose.</param>
    /// <param name="service">Which service; null for a paper of the community.</param>
    /// <param name="kind">Kind of paper.</param>
    /// <param name="period">What it reports on.</param>
    /// <param name="today">Local date in Europe/Paris.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    /// <exception cref="ArgumentException">The annual evaluation is no such paper, or the service is missing.</exception>
    public Task<Func<PaperEdition, WrittenPaper>> LoadAsync(
        Community community, Mutualisation? service, ReportKind kind, Period period, DateOnly today, CancellationToken cancellationToken) =>
        (kind, service) switch
        {
            (ReportKind.Monthly or ReportKind.Quarterly, { } of) => DashboardAsync(community, of, period, today, cancellationToken),
            (ReportKind.AnnualStatement, { } of) => StatementAsync(community, of, period.Year, today, cancellationToken),
            (ReportKind.MultiYear, { } of) => YearsAsync(community, of, period.Year, today, cancellationToken),
            (ReportKind.BudgetDebate, null) => DebateAsync(community, period.Year, today, cancellationToken),
            _ => throw new ArgumentException($"No paper: {kind}.", nameof(kind)),
        };

    private async Task<Func<PaperEdition, WrittenPaper>> DashboardAsync(
        Community community, Mutualisation service, Period period, DateOnly today, CancellationToken cancellationToken)
    {
        var loaded = await dossiers.LoadAsync(community, service, period.Year, today, cancellationToken);
        var subject = new DashboardSubject(loaded.Dossier, period, today);
        return edition => new WrittenPaper(DashboardPaper.Of(subject with { ToldOn = edition.DataAsOf }));
    }

    private async Task<Func<PaperEdition, WrittenPaper>> StatementAsync(
        Community community, Mutualisation service, int year, DateOnly today, CancellationToken cancellationToken)
    {
        var evaluation = await EvaluationAsync(community, service, year, today, cancellationToken);
        var next = await PlannedAsync(community, service, year + 1, today, cancellationToken);
        return edition =>
        {
            var facts = new StatementFacts(edition, evaluation, next);
            return new WrittenPaper(StatementPaper.Of(facts)) { Letters = StatementLetters.Of(facts) };
        };
    }

    private async Task<Func<PaperEdition, WrittenPaper>> YearsAsync(
        Community community, Mutualisation service, int year, DateOnly today, CancellationToken cancellationToken)
    {
        var known = (await costs.ListAsync(community, service.Id, cancellationToken)).Where(c => c.Lines.Count > 0 && c.Year <= year).Min(c => c.Year);
        var years = new List<AnnualEvaluation>();
        var signed = new Dictionary<int, SignedDecision>();
        for (var each = Math.Max(known, year - MultiYearFacts.MostYears + 1); each <= year; each++)
        {
            years.Add(await EvaluationAsync(community, service, each, today, cancellationToken));
            Keep(signed, each, (await DecidedAsync(community, service, each, cancellationToken)).OfYear);
        }

        return edition => new WrittenPaper(MultiYearPaper.Of(new MultiYearFacts(community, edition, new ServiceYears(years, signed))));
    }

    private async Task<Func<PaperEdition, WrittenPaper>> DebateAsync(
        Community community, int year, DateOnly today, CancellationToken cancellationToken)
    {
        var services = new List<ServiceYears>();
        foreach (var service in await registry.ListMutualisationsAsync(community, cancellationToken))
        {
            var evaluation = await EvaluationAsync(community, service.Value, year, today, cancellationToken);
            var running = await PlannedAsync(community, service.Value, year + 1, today, cancellationToken);
            var debated = await PlannedAsync(community, service.Value, year + 2, today, cancellationToken);
            var decided = await DecidedAsync(community, service.Value, year, cancellationToken);
            var signed = new Dictionary<int, SignedDecision>();
            Keep(signed, year, decided.OfYear);
            Keep(signed, year - 1, decided.YearBefore);
            services.Add(new ServiceYears([.. new[] { evaluation, running, debated }.OfType<AnnualEvaluation>()], signed));
        }

        var ordered = services.OrderBy(s => s.Mutualisation.Label, StringComparer.Ordinal).ToList();
        return edition => new WrittenPaper(BudgetDebatePaper.Of(new BudgetDebateFacts(community, edition, today, year, ordered)));
    }

    // A year of which no cost is declared is not planned.
    private async Task<AnnualEvaluation?> PlannedAsync(
        Community community, Mutualisation service, int year, DateOnly today, CancellationToken cancellationToken) =>
        year <= Period.MaxYear && await costs.FindAsync(community, service.Id, year, cancellationToken) is { Value.Lines.Count: > 0 }
            ? await EvaluationAsync(community, service, year, today, cancellationToken)
            : null;

    private async Task<AnnualEvaluation> EvaluationAsync(
        Community community, Mutualisation service, int year, DateOnly today, CancellationToken cancellationToken) =>
        AnnualEvaluation.Of((await dossiers.LoadAsync(community, service, year, today, cancellationToken)).Dossier);

    private async Task<YearDecisions> DecidedAsync(
        Community community, Mutualisation service, int year, CancellationToken cancellationToken) =>
        (await DecidedYears.LoadAsync(decisions, community.Siren, service.Id, year, cancellationToken)).Decisions;

    private static void Keep(Dictionary<int, SignedDecision> signed, int year, SignedDecision? decision)
    {
        if (decision is not null)
        {
            signed[year] = decision;
        }
    }
}
