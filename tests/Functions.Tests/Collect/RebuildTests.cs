using System.Net;
using Azure.Data.Tables;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Store;
using static Evaluation.Functions.Tests.Collect.IntakeBench;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>The tables are lost or spoiled; the journal makes them again, byte for byte.</summary>
public sealed class RebuildTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lost_tables_come_back_byte_for_byte()
    {
        var bench = await EventfulAsync();
        var before = await bench.DumpAsync(Cancellation);
        await bench.WipeAsync(Cancellation);
        Assert.Empty(await bench.DumpAsync(Cancellation));

        var result = await bench.RebuildAsync(Sound, Cancellation);

        Assert.Equal(before, await bench.DumpAsync(Cancellation));
        Assert.Equal((64, 0), (result.Submissions, result.Removed));
    }

    [Fact]
    public async Task Whole_tables_are_left_alone()
    {
        var bench = await EventfulAsync();

        var result = await bench.RebuildAsync(Sound, Cancellation);

        Assert.Equal((0, 0), (result.Written, result.Removed));
    }

    [Fact]
    public async Task A_spoiled_row_is_mended_and_a_row_that_nobody_sent_goes()
    {
        var bench = await EventfulAsync();
        var before = await bench.DumpAsync(Cancellation);
        var partition = ValueStore.PartitionOf(bench.Community.Siren, "ads", 2025);
        var spoiled = new TableEntity(partition, ValueStore.RowOf("ADS-01", bench.Community.Find(Grenoble)!.Siren)) { ["m03"] = "rubbish" };
        await bench.Values.UpsertEntityAsync(spoiled, TableUpdateMode.Merge, Cancellation);
        await bench.Values.AddEntityAsync(new TableEntity(partition, "ADS-99|_") { ["m01"] = "9|final|measured|1|2026-01-05|x|" }, Cancellation);

        var result = await bench.RebuildAsync(Sound, Cancellation);

        Assert.Equal((1, 1), (result.Written, result.Removed));
        Assert.Equal(before, await bench.DumpAsync(Cancellation));
    }

    [Fact]
    public async Task The_years_that_a_rebuild_mends_are_noted_as_changed_and_the_others_are_not()
    {
        var bench = await EventfulAsync();
        var before = await ChangedAsync(bench);
        await bench.RebuildAsync(Sound, Cancellation);
        Assert.Equal(before, await ChangedAsync(bench));
        await bench.Values.DeleteEntityAsync(
            ValueStore.PartitionOf(bench.Community.Siren, "ads", 2025), ValueStore.RowOf("ADS-01", bench.Community.Find(Grenoble)!.Siren), Azure.ETag.All, Cancellation);

        await bench.RebuildAsync(Sound, Cancellation);

        var after = await ChangedAsync(bench);
        Assert.Equal([2024, 2025], after.Keys.Order());
        Assert.Equal((before[2024], RebuiltAt), (after[2024], after[2025]));
    }

    [Fact]
    public async Task Values_put_back_with_their_reports_are_not_noted_as_changed()
    {
        var bench = await EventfulAsync();
        await bench.WipeAsync(Cancellation);

        var result = await bench.Rebuild(Sound).RestoreAsync(bench.Community, bench.Mutualisation, Cancellation);

        Assert.NotEqual(0, result.Written);
        Assert.Empty(await ChangedAsync(bench));
    }

    private static Task<IReadOnlyDictionary<int, DateTimeOffset>> ChangedAsync(IntakeBench bench) =>
        bench.Log.ChangedAsync(bench.Community.Siren, "ads", Cancellation);

    [Fact]
    public async Task A_crash_around_any_write_of_a_rebuild_is_mended_by_the_next()
    {
        var bench = await EventfulAsync();
        var before = await bench.DumpAsync(Cancellation);
        var fewest = await bench.RebuildAsync(Sound, Cancellation);
        for (var writes = 0; writes < fewest.Submissions + 4; writes += 9)
        {
            await bench.WipeAsync(Cancellation);
            await Assert.ThrowsAsync<ProcessDied>(
                () => bench.RebuildAsync(new FaultyTransport(writes, DeathMoment.AfterTheWrite), Cancellation));

            await bench.RebuildAsync(Sound, Cancellation);

            Assert.Equal(before, await bench.DumpAsync(Cancellation));
        }
    }

    [Fact]
    public async Task An_administrator_rebuilds_a_community_over_the_API()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));

        using var answer = await running.Http.PostAsync($"{service.Community}/rebuild", null, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            """{"mutualisations":[{"mutualisation":"ads","submissions":1,"values":1,"written":0,"removed":0,"damaged":[],"missingRevisions":[]}]}""",
            await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData(SubmissionPart.Entry, "{}")]
    [InlineData(SubmissionPart.Entry, "null")]
    [InlineData(SubmissionPart.Entry, "{\"terms\"")]
    [InlineData(SubmissionPart.Entry, null)]
    [InlineData(SubmissionPart.Answer, "{}")]
    [InlineData(SubmissionPart.Answer, "null")]
    [InlineData(SubmissionPart.Answer, "[1]")]
    [InlineData(SubmissionPart.Body, "{}")]
    [InlineData(SubmissionPart.Body, null)]
    public async Task A_damaged_submission_is_named_what_it_wrote_stays_and_the_others_are_mended(SubmissionPart part, string? content)
    {
        var bench = await EventfulAsync();
        var before = await bench.DumpAsync(Cancellation);
        var damaged = await bench.DamageAsync(30, part, content, Cancellation);
        var partition = ValueStore.PartitionOf(bench.Community.Siren, "ads", 2025);
        await bench.Values.DeleteEntityAsync(
            partition, ValueStore.RowOf("ADS-03", bench.Community.Find(Echirolles)!.Siren), Azure.ETag.All, Cancellation);

        var result = await bench.RebuildAsync(Sound, Cancellation);

        Assert.Equal([$"{damaged.Text} {DomainCode.Of(part)}"], result.Damaged.Select(d => $"{d.SubmissionId} {d.Part}"));
        Assert.Empty(result.MissingRevisions);
        Assert.Equal((1, 0), (result.Written, result.Removed));
        Assert.Equal(before, await bench.DumpAsync(Cancellation));
    }

    [Fact]
    public async Task Where_the_tables_are_lost_too_the_revisions_that_nothing_tells_any_more_are_named_and_history_still_reads()
    {
        var bench = await EventfulAsync();
        var damaged = await bench.DamageAsync(30, SubmissionPart.Entry, "{}", Cancellation);
        await bench.WipeAsync(Cancellation);

        var result = await bench.RebuildAsync(Sound, Cancellation);

        Assert.Equal(damaged.Text, Assert.Single(result.Damaged).SubmissionId);
        var missing = Assert.Single(result.MissingRevisions);
        Assert.Equal(("ADS-01", "2025-03", 30), (missing.Indicator, missing.Period, missing.Revision));
        var key = new ValueKey("ADS-01", bench.Community.Find(Grenoble)!.Siren, Period.Of(2025, Periodicity.Monthly, 3));
        var revisions = await new ValueStore(bench.Values).RevisionsAsync(bench.Community.Siren, "ads", key, Cancellation);
        Assert.Equal(Enumerable.Range(1, 60).Where(revision => revision != 30), revisions.Select(r => r.Revision));
        var again = await bench.RebuildAsync(Sound, Cancellation);
        Assert.Equal((0, 0), (again.Written, again.Removed));
    }

    // Values created, corrected sixty times over, taken back and given again, with comments and refusals.
    private async Task<IntakeBench> EventfulAsync()
    {
        var bench = new IntakeBench(running.Storage, await DeclareAsync(running.Http));
        await bench.SubmitAsync(
            Sound, 0, Request($"ADS-01 {Grenoble} 2024-12 7", $"ADS-03 {Echirolles} 2025-03 3.5", "ZZZ - 2025 1"), Cancellation);
        for (var minute = 1; minute <= 60; minute++)
        {
            await bench.SubmitAsync(Sound, minute, Request(FormattableString.Invariant($"ADS-01 {Grenoble} 2025-03 {minute}")), Cancellation);
        }

        await bench.SubmitAsync(
            Sound, 61, Request($"ADS-03 {Echirolles} 2025-03 0") with { Strategy = WriteStrategy.Delete }, Cancellation);
        await bench.SubmitAsync(Sound, 62, Request($"ADS-03 {Echirolles} 2025-03 4.5"), Cancellation);
        await bench.SubmitAsync(Sound, 63, Request($"ADS-01 {Grenoble} 2025-03 60"), Cancellation);
        return bench;
    }
}
