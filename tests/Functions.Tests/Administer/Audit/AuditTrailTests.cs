using Azure.Data.Tables;
using Evaluation.Core.Communities;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluation.Functions.Tests.Administer.Audit;

/// <summary>The chain of the audit trail, and what it gives away.</summary>
public sealed class AuditTrailTests(RunningApp running)
{
    private const string Head = "head";
    private static readonly Siren Community = Siren.Parse("200040715");
    private static readonly Caller Someone = new("user:essai");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chain_without_entries_is_intact()
    {
        using var trail = Trail(await FreshTableAsync());

        Assert.Equal(new AuditVerdict(true, 0, null, AuditEntry.Start), await trail.VerifyAsync(Community, Cancellation));
    }

    [Fact]
    public async Task Entries_of_two_processes_at_once_make_one_chain()
    {
        var table = await FreshTableAsync();
        using var one = Trail(table);
        using var other = Trail(table);

        await Task.WhenAll(Enumerable.Range(1, 30).Select(i => NoteAsync(i % 2 == 0 ? one : other, $"acte {i}")));
        var verdict = await one.VerifyAsync(Community, Cancellation);

        Assert.True(verdict.Intact);
        Assert.Equal(30, verdict.Entries);
        Assert.Equal(30, (await EntriesAsync(one)).Select(e => e.Entry.Target).Distinct().Count());
    }

    [Fact]
    public async Task Chains_of_communities_do_not_touch()
    {
        using var trail = Trail(await FreshTableAsync());
        await NoteAsync(trail, "ici");
        await trail.NoteAsync(null, Someone, "POST runs", "/api/runs", null, Cancellation);

        Assert.Equal(1, (await trail.VerifyAsync(Community, Cancellation)).Entries);
        Assert.Equal(1, (await trail.VerifyAsync(null, Cancellation)).Entries);
    }

    [Theory]
    [InlineData("Target")]
    [InlineData("Caller")]
    [InlineData("Detail")]
    [InlineData("Hash")]
    [InlineData("PreviousHash")]
    public async Task A_changed_entry_is_found(string property)
    {
        var table = await FreshTableAsync();
        using var trail = await FilledAsync(table);
        await table.UpsertEntityAsync(
            new TableEntity(Community.ToString(), RowOf(3)) { [property] = "autre" }, TableUpdateMode.Merge, Cancellation);

        var verdict = await trail.VerifyAsync(Community, Cancellation);

        Assert.False(verdict.Intact);
        Assert.Equal(3, verdict.FirstBroken);
        Assert.Equal(2, verdict.Entries);
    }

    [Fact]
    public async Task An_entry_that_was_changed_with_its_hash_is_found_by_the_next()
    {
        var table = await FreshTableAsync();
        using var trail = await FilledAsync(table);
        var third = (await EntriesAsync(trail))[2].Entry;
        var forged = third with { Target = "autre" };
        var remade = new AuditEntry(
            forged.Chain, forged.Sequence, forged.At, forged.Caller, forged.Action, forged.Target, forged.Detail, forged.PreviousHash);
        await table.UpsertEntityAsync(
            new TableEntity(Community.ToString(), RowOf(3)) { ["Target"] = "autre", ["Hash"] = remade.Hash },
            TableUpdateMode.Merge,
            Cancellation);

        Assert.Equal(4, (await trail.VerifyAsync(Community, Cancellation)).FirstBroken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_removed_entry_is_found_even_the_last(int removed)
    {
        var table = await FreshTableAsync();
        using var trail = await FilledAsync(table);
        await table.DeleteEntityAsync(Community.ToString(), RowOf(removed), cancellationToken: Cancellation);

        var verdict = await trail.VerifyAsync(Community, Cancellation);

        Assert.False(verdict.Intact);
        Assert.Equal(removed, verdict.FirstBroken);
    }

    [Fact]
    public async Task A_lost_head_is_found()
    {
        var table = await FreshTableAsync();
        using var trail = await FilledAsync(table);
        await table.DeleteEntityAsync(Community.ToString(), Head, cancellationToken: Cancellation);

        Assert.False((await trail.VerifyAsync(Community, Cancellation)).Intact);
    }

    private static Task NoteAsync(AuditTrail trail, string target) =>
        trail.NoteAsync(Community, Someone, "PUT community", target, "sha256:0", Cancellation);

    private static async Task<AuditTrail> FilledAsync(Table table)
    {
        var trail = Trail(table);
        for (var i = 1; i <= 5; i++)
        {
            await NoteAsync(trail, $"acte {i}");
        }

        Assert.True((await trail.VerifyAsync(Community, Cancellation)).Intact);
        return trail;
    }

    private static AuditTrail Trail(Table table) => new(table, TimeProvider.System, NullLogger<AuditTrail>.Instance);

    private static async Task<List<StoredAuditEntry>> EntriesAsync(AuditTrail trail) =>
        await trail.ListAsync(Community, 0, Cancellation).ToListAsync(Cancellation);

    private static string RowOf(int sequence) => FormattableString.Invariant($"entry|{sequence:D12}");

    private async Task<Table> FreshTableAsync()
    {
        var table = new TableService(running.Storage).Table($"Audit{Guid.NewGuid():N}");
        await table.CreateIfNotExistsAsync(Cancellation);
        return table;
    }
}
