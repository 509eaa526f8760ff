using Azure;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>
/// Goes through the dry run of a push of one value, after the start and beside it: what the first push of a process runs
/// is then compiled already (docs/performance.md).
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
            await RehearseAsync(decision, clock.GetUtcNow(), stoppingToken);
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

    /// <summary>The answer to a value that its declarations accept.</summary>
    /// <exception cref="InvalidOperationException">They no longer read without a fault.</exception>
    internal static Task<WrittenAnswer> RehearseAsync(SubmissionDecision decision, DateTimeOffset at, CancellationToken cancellationToken)
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
        var body = ReceivedBody.Json(BinaryData.FromString(
            $$"""{"source":"-","values":[{"indicator":"ADS-01","member":"{{Member}}","period":"2020-01","value":1}]}"""));
        var batch = SubmissionFormats.Read(body);
        var id = SubmissionId.Of(at, SubmissionId.HashOf(body.Bytes.ToMemory().Span));
        return decision.TryAsync(community, mutualisation, id, new SubmissionRequest(body, "-", "-").TermsOf(batch), batch, cancellationToken);
    }

    private static T Read<T>(Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new InvalidOperationException(string.Join(' ', outcome.Problems.Select(p => $"{p.Pointer} {p.Message}")));

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "The first push was not rehearsed")]
    private partial void LogNotRehearsed(Exception exception);
}
