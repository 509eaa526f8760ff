using System.Collections.Concurrent;
using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.StandIn;

namespace Evaluation.Local.Demonstration;

/// <summary>
/// Loads the demonstration through the public API in the order in which it happened, has it reviewed, and follows what
/// that starts.
/// </summary>
internal sealed class DemonstrationRun(
    PublicApi api, FunctionsHost host, IReadOnlyList<DemonstrationService> services, SimulatedClock clock, Action<string> say)
{
    // Of the two that are lived, the one whose decisions were taken.
    private const int FirstYear = 2024;

    private readonly ServiceLoading _loading = new(api);
    private readonly Operations _operations = new(api);
    private readonly ConcurrentDictionary<DemonstrationService, PushCounts> _counts = [];

    /// <summary>Everything, in order.</summary>
    /// <exception cref="LocalRunFailedException">A row was refused or an operation failed.</exception>
    public async Task<IReadOnlyList<ServiceResult>> RunAsync(CancellationToken stop)
    {
        await DeclareAsync(stop);
        var members = Territory.Communities.Sum(community => community.Value.Members!.Count);
        say($"Communautés : {Territory.Communities.Count}, {FrenchText.Count(members, "membre", "membres")}");
        say($"Mutualisations : {services.Count}, avec leurs conventions, leurs coûts et leurs situations de référence");
        await ReceiveAsync(stop);

        // Costs and price indices of the years lived since then.
        await DeclareAsync(stop);
        await clock.GoOnAsync(host, stop);
        say($"Date simulée : {FrenchDate.InWords(DateOnly.FromDateTime(clock.Position.UtcDateTime))}, revue annuelle en cours…");
        var settled = await new YearSettled(api, FirstYear).RunAsync(services, stop);
        say($"Montants de {FirstYear.ToString(CultureInfo.InvariantCulture)} arrêtés : {FrenchText.Count(settled, "service", "services")}");
        var answered = await new UnitsAnswered(api, FirstYear + 1).RunAsync(stop);
        say($"Unités de {(FirstYear + 1).ToString(CultureInfo.InvariantCulture)} : {FrenchText.Count(answered, "commune a répondu", "communes ont répondu")}");
        var reviewed = await _operations.RunAsync("review", stop);
        say($"Revue annuelle terminée : {FrenchText.Count(reviewed, "rapport", "rapports")}");
        var sent = await new YearDecided(api, FirstYear).RunAsync(await ResultsAsync(stop), stop);
        say($"Décisions sur {FirstYear.ToString(CultureInfo.InvariantCulture)} : {FrenchText.Count(sent, "rapport transmis", "rapports transmis")} aux communes");
        var told = await new StatementsAsked(api, _operations, FirstYear).RunAsync(await ResultsAsync(stop), stop);
        say($"Fiches des membres de {FirstYear.ToString(CultureInfo.InvariantCulture)} : {FrenchText.Count(told, "communauté", "communautés")}");
        if (await new LateCorrection(api, _operations, FirstYear + 1).RunAsync(await ResultsAsync(stop), stop))
        {
            say($"Évaluations de {(FirstYear + 1).ToString(CultureInfo.InvariantCulture)} : une correction tardive remplace un rapport déjà validé");
        }

        var papers = await new PapersAsked(api, _operations, FirstYear + 1).RunAsync(services, stop);
        say($"Avant leur date : {FrenchText.Count(papers, "communication demandée", "communications demandées")} pour le débat d’orientation budgétaire");
        return await ResultsAsync(stop);
    }

    /// <summary>Copies every file of every version, of services, communities and members; gives their number.</summary>
    public async Task<int> ExportAsync(ReportExport export, IReadOnlyList<ServiceResult> results, CancellationToken stop)
    {
        var reports = results.SelectMany(result => result.Reports).ToList();
        foreach (var siren in results.Select(result => result.Service.Siren).Distinct(StringComparer.Ordinal))
        {
            reports.AddRange(await ListedAsync($"api/communities/{siren}/reports", stop));
            reports.AddRange(await ListedAsync(
                string.Create(CultureInfo.InvariantCulture, $"api/communities/{siren}/reports/memberStatement/{FirstYear}"), stop));
        }

        var files = reports.SelectMany(report => report.Files.Select(file => (report, file))).ToList();
        await InParallelAsync(files, async (item, token) =>
        {
            var (report, file) = item;
            var content = await api.GetBytesAsync($"{report.Address.TrimStart('/')}/{file}", token);
            await export.WriteAsync([.. FolderOf(report), file], content, token);
        }, stop);
        return files.Count;
    }

    private async Task<IReadOnlyList<ReportLine>> ListedAsync(string address, CancellationToken stop) =>
        (await api.GetAsync(address, LocalJson.Default.ReportLines, stop)).Reports;

    // Its address without the words between names: community, service or member, kind, period, version.
    private static IEnumerable<string> FolderOf(ReportLine report) => report.Address
        .Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Where(step => step is not ("api" or "communities" or "mutualisations" or "members" or "reports"));

    private static Task InParallelAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, ValueTask> act, CancellationToken stop) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = stop }, act);

    private async Task DeclareAsync(CancellationToken stop)
    {
        var year = clock.Position.Year;
        await InParallelAsync(
            Territory.Communities, async (community, token) => await _loading.DeclareAsync(community.Key, community.Value, year, token), stop);
        await InParallelAsync(services, async (service, token) => await _loading.DeclareAsync(service, year, token), stop);
    }

    private async Task ReceiveAsync(CancellationToken stop)
    {
        foreach (var half in services.SelectMany(Delivery.Of).GroupBy(d => HalfYear(d.At)).OrderBy(half => half.Key))
        {
            foreach (var together in half.GroupBy(d => d.At).OrderBy(instant => instant.Key))
            {
                await clock.StandAtAsync(host, together.Key, stop);
                await InParallelAsync(together.Where(d => !d.Service.IsPulled), async (delivery, token) =>
                    Count(delivery.Service, await _loading.PushAsync(delivery, token)), stop);
                if (together.Any(d => d.Service.IsPulled))
                {
                    await PullAsync(stop);
                }
            }

            var received = FrenchText.Count(_counts.Values.Sum(c => c.Received), "valeur reçue", "valeurs reçues");
            say($"  {half.Key} : {received} en tout");
        }
    }

    private async Task PullAsync(CancellationToken stop)
    {
        var pulled = services.Where(service => service.IsPulled).ToList();
        var before = new Dictionary<DemonstrationService, string?>();
        foreach (var service in pulled)
        {
            before[service] = (await _loading.LatestAsync(service, stop))?.SubmissionId;
        }

        await _operations.RunAsync("collect", stop);
        foreach (var service in pulled)
        {
            var latest = await _loading.LatestAsync(service, stop);
            var counts = latest?.SubmissionId == before[service] ? new PushCounts() : latest!.Counts ?? new PushCounts();
            ServiceLoading.RequireNoRefusal(service, counts.Rejected, "voyez ses envois dans le portail");
            Count(service, counts);
        }
    }

    private void Count(DemonstrationService service, PushCounts counts) =>
        _counts.AddOrUpdate(service, counts, (_, known) => known + counts);

    private static Period HalfYear(DateTimeOffset at) => Period.Of(at.Year, Periodicity.Semiannual, at.Month <= 6 ? 1 : 2);

    private async Task<IReadOnlyList<ServiceResult>> ResultsAsync(CancellationToken stop)
    {
        var results = new List<ServiceResult>();
        foreach (var service in services)
        {
            results.Add(new ServiceResult(service, _counts.GetValueOrDefault(service, new PushCounts()), await _loading.ReportsAsync(service, stop)));
        }

        return results;
    }
}
