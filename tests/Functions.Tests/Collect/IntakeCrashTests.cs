using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>The process dies at each storage write of a submission in turn; what was accepted is finished later.</summary>
public sealed class IntakeCrashTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crash_at_any_write_loses_nothing_once_in_the_journal_and_doubles_nothing()
    {
        var body = BinaryData.FromString(Body(
            $"ADS-01 {Grenoble} 2024-03 1", $"ADS-01 {Grenoble} 2025-03 2", $"ADS-01 {Echirolles} 2025-03 3"));
        var crashedAt = 0;
        for (var survived = false; !survived; crashedAt++)
        {
            var service = await DeclareAsync(running.Http);
            var (community, mutualisation) = Load(service);
            var dying = new DyingTransport(crashedAt);
            try
            {
                await Intake(dying).SubmitAsync(community, mutualisation, body, dryRun: false, Cancellation);
                survived = true;
            }
            catch (ProcessDied)
            {
                // The rest of this turn is the next process's.
            }

            var log = new SubmissionLog(Tables(new HttpClientTransport()).GetTableClient(StorageNames.SubmissionsTable));
            var left = (await log.UnfinishedAsync(DateTimeOffset.UtcNow.AddMinutes(1), Cancellation))
                .Where(s => s.Siren == community.Siren).ToList();
            foreach (var submission in left)
            {
                await Intake(new HttpClientTransport()).ResumeAsync(community, mutualisation, submission, Cancellation);
                await Intake(new HttpClientTransport()).ResumeAsync(community, mutualisation, submission, Cancellation);
            }

            var values = await service.ValuesAsync();
            Assert.True(values.Length is 0 or 3, $"Died at write {crashedAt}: {string.Join(", ", values)}");
            if (left.Count > 0 || survived)
            {
                Assert.Equal(3, values.Length);
                var list = await service.GetAsync($"{service.Address}/submissions");
                var only = Assert.Single(list.GetProperty("submissions").EnumerateArray());
                Assert.Equal("applied", only.GetProperty("state").GetString());
                Assert.Equal(3, only.GetProperty("counts").GetProperty("created").GetInt32());
            }
        }

        // Journal, log, two years of values, answer, log: each was a place to die.
        Assert.Equal(7, crashedAt);
    }

    private SubmissionIntake Intake(HttpPipelineTransport transport)
    {
        var tables = Tables(transport);
        return new SubmissionIntake(
            new Journal(new BlobServiceClient(
                running.Storage,
                new BlobClientOptions { Transport = transport, Retry = { MaxRetries = 0 } })
                .GetBlobContainerClient(StorageNames.JournalContainer)),
            new SubmissionLog(tables.GetTableClient(StorageNames.SubmissionsTable)),
            new ValueWriter(new ValueStore(tables.GetTableClient(StorageNames.ValuesTable))),
            TimeProvider.System,
            NullLogger<SubmissionIntake>.Instance);
    }

    private TableServiceClient Tables(HttpPipelineTransport transport) => new(
        running.Storage, new TableClientOptions { Transport = transport, Retry = { MaxRetries = 0 } });

    private static (Community Community, Mutualisation Mutualisation) Load(GivenService service)
    {
        var communityDocument = System.Text.Json.JsonSerializer.Deserialize(
            GivenService.CommunityDocument, StoreJson.Documents.CommunityDocument)!;
        var community = CommunityReader.Read(service.Siren, communityDocument).Value!;
        var document = System.Text.Json.JsonSerializer.Deserialize(
            GivenService.MutualisationDocument(), StoreJson.Documents.MutualisationDocument)!;
        return (community, MutualisationReader.Read("ads", document, community, Catalogue.Standard).Value!);
    }
}
