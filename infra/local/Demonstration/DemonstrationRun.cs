using System.Collections.Concurrent;
using Evaluation.Core.French;

namespace Evaluation.Local.Demonstration;

/// <summary>Loads the demonstration through the public API, has it collected and reviewed, and follows what that starts.</summary>
internal sealed class DemonstrationRun(PublicApi api, IReadOnlyList<DemonstrationService> services, Action<string> say)
{
    private readonly ServiceLoading _loading = new(api);
    private readonly Operations _operations = new(api);
    private readonly ConcurrentDictionary<DemonstrationService, PushCounts> _counts = [];

    /// <summary>Everything, in order.</summary>
    /// <exception cref="LocalRunFailedException">A row was refused or an operation failed.</exception>
    public async Task<IReadOnlyList<ServiceResult>> RunAsync(CancellationToken stop)
    {
        await DeclareAsync(stop);
        await PushAsync(stop);
        await PullAsync(stop);
        say("Revue annuelle en cours…");
        var reviewed = await _operations.RunAsync("review", stop);
        say($"Revue annuelle terminée : {FrenchText.Count(reviewed, "rapport", "rapports")}");
        return await ResultsAsync(stop);
    }

    /// <summary>Copies every file of every version; gives their number.</summary>
    public async Task<int> ExportAsync(ReportExport export, IReadOnlyList<ServiceResult> results, CancellationToken stop)
    {
        var files = results
            .SelectMany(result => result.Reports.SelectMany(report => report.Files.Select(file => (result.Service, report, file))))
            .ToList();
        await InParallelAsync(files, async (item, token) =>
        {
            var (service, report, file) = item;
            var content = await api.GetBytesAsync($"{report.Address.TrimStart('/')}/{file}", token);
            await export.WriteAsync(
                [service.Siren, service.Plan.Id, report.Kind, report.Period, report.Version, file], content, token);
        }, stop);
        return files.Count;
    }

    private static Task InParallelAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, ValueTask> act, CancellationToken stop) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = stop }, act);

    private async Task DeclareAsync(CancellationToken stop)
    {
        await InParallelAsync(
            Territory.Communities, async (community, token) => await _loading.DeclareAsync(community.Key, community.Value, token), stop);
        var members = Territory.Communities.Sum(community => community.Value.Members!.Count);
        say($"Communautés : {Territory.Communities.Count}, {FrenchText.Count(members, "membre", "membres")}");
        await InParallelAsync(services, async (service, token) => await _loading.DeclareAsync(service, token), stop);
        say($"Mutualisations : {services.Count}, avec leurs conventions et leurs coûts de 2024 et 2025");
    }

    private async Task PushAsync(CancellationToken stop)
    {
        await InParallelAsync(services.Where(service => !service.IsPulled), async (service, token) =>
        {
            var counts = await _loading.PushAsync(service, token);
            _counts[service] = counts;
            say($"  {service.Siren}/{service.Plan.Id} : {FrenchText.Count(counts.Received, "ligne transmise", "lignes transmises")}");
        }, stop);
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
            _counts[service] = counts;
            say(counts.Received == 0
                ? $"  {service.Siren}/{service.Plan.Id} : flux déjà relevé pour cette date"
                : $"  {service.Siren}/{service.Plan.Id} : {FrenchText.Count(counts.Received, "ligne relevée", "lignes relevées")} sur son flux");
        }
    }

    private async Task<IReadOnlyList<ServiceResult>> ResultsAsync(CancellationToken stop)
    {
        var results = new List<ServiceResult>();
        foreach (var service in services)
        {
            results.Add(new ServiceResult(service, _counts[service], await _loading.ReportsAsync(service, stop)));
        }

        return results;
    }
}
