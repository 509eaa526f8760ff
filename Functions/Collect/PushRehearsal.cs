using Azure;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>
/// Goes through a push of one value once, after the start and beside it, without writing anything: what the first push of a
/// process runs is then compiled already (docs/performance.md).
/// </summary>
internal sealed partial class PushRehearsal(
    SubmissionDecision decision, StorageCreation storage, IHostApplicationLifetime app, TimeProvider clock, ILogger<PushRehearsal> logger)
    : BackgroundService
{
    // Nobody has the number 000000000: what is read under it is empty.
    private const string Nobody = "000000000";
    private const string Member = "000000018";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            await storage.TriedAsync(stoppingToken);
            await RehearseAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends before it has begun.
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or IOException or OperationCanceledException)
        {
            // Requests say themselves what storage lacks; the first push is then only slower.
            LogNotRehearsed(e);
        }
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var starting = app.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    // What SubmissionIntake does, but its writing.
    private async Task RehearseAsync(CancellationToken cancellationToken)
    {
        var (community, mutualisation, body) = Rehearsed();
        var batch = SubmissionFormats.Read(body);
        var hash = SubmissionId.HashOf(body.Bytes.ToMemory().Span);
        var (id, terms) = (SubmissionId.Of(clock.GetUtcNow(), hash), new SubmissionRequest(body, "-", "-").TermsOf(batch));
        var decided = await decision.DecideAsync(community, mutualisation, id, terms, batch.Rows, cancellationToken);
        var outcomes = decided.Known.Classify(community.Siren, mutualisation.Id, id, decided.Rows, terms.Strategy, hasReason: false);
        _ = JournalEntry.Of(terms, hash, decided.Rows);
        _ = WrittenAnswer.Of(SubmissionAnswer.Of(id, decided.Rows, outcomes, batch.NotSent, dryRun: true));
    }

    /// <summary>Declarations that read without a fault, and a value that they accept.</summary>
    /// <exception cref="InvalidOperationException">They no longer do.</exception>
    internal static (Community Community, Mutualisation Mutualisation, ReceivedBody Body) Rehearsed()
    {
        var community = Read(CommunityReader.Read(Nobody, new CommunityDocument
        {
            Name = "-",
            Kind = "metropole",
            FiscalRegime = "fpu",
            Members = [new MemberDocument { Siren = Member, InseeCode = "00000", Name = "-" }],
        }));
        var mutualisation = Read(MutualisationReader.Read(
            "repetition",
            new MutualisationDocument
            {
                Label = "-",
                ServiceType = "ADS",
                LegalForm = "serviceCommun",
                Provider = Nobody,
                Referent = "-",
                Memberships = [new MembershipDocument { Member = Member, From = "2020-01-01" }],
                Indicators = [new FollowedIndicatorDocument { Code = "ADS-01" }],
            },
            community,
            Catalogue.Standard));
        var body = $$"""{"source":"-","values":[{"indicator":"ADS-01","member":"{{Member}}","period":"2020-01","value":1}]}""";
        return (community, mutualisation, ReceivedBody.Json(BinaryData.FromString(body)));
    }

    private static T Read<T>(Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new InvalidOperationException(string.Join(' ', outcome.Problems.Select(p => $"{p.Pointer} {p.Message}")));

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "The first push was not rehearsed")]
    private partial void LogNotRehearsed(Exception exception);
}
