using Evaluation.Core.Assessments;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

/// <summary>Every day: says in the log which mutualisations lack values that are due.</summary>
internal sealed partial class RemindOnSchedule(
    Registry registry, DossierLoader dossiers, TimeProvider clock, ILogger<RemindOnSchedule> logger)
{
    public static void Map(WebApplication app) =>
        app.MapTimer(nameof(RemindOnSchedule), (_, services, cancellationToken) =>
            services.GetRequiredService<RemindOnSchedule>().RemindAsync(cancellationToken));

    private async Task<string> RemindAsync(CancellationToken cancellationToken)
    {
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var late = 0;
        foreach (var community in await registry.ListCommunitiesAsync(cancellationToken))
        {
            foreach (var mutualisation in await registry.ListMutualisationsAsync(community.Value, cancellationToken))
            {
                var loaded = await dossiers.LoadAsync(
                    community.Value, mutualisation.Value, today.Year, today, cancellationToken);
                var received = Completeness.Of(loaded.Dossier).Total;
                if (received.Count < received.Expected)
                {
                    late++;
                    LogLate(community.Value.Name, mutualisation.Value.Id, received.Expected - received.Count, received.Expected);
                }
            }
        }

        return FormattableString.Invariant($"{late} mutualisations have values overdue");
    }

    [LoggerMessage(
        EventId = 6000,
        Level = LogLevel.Warning,
        Message = "{Community}/{Mutualisation}: {Missing} values of {Expected} are overdue")]
    private partial void LogLate(string community, string mutualisation, int missing, int expected);
}
