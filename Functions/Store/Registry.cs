using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>A stored document with what it says.</summary>
internal sealed record Registered<T>(T Value, StoredDocument Document);

/// <summary>Communities and mutualisations: table <c>Registry</c>, one partition per community.</summary>
internal sealed partial class Registry(VersionedDocuments documents)
{
    /// <summary>Where the declaration of a community is.</summary>
    public const string CommunityRow = "community";

    private const string MutualisationRow = "mutualisation";
    private const string AfterMutualisations = MutualisationRow + "~";

    private static readonly string FirstMutualisation = TableKey.Join(MutualisationRow, "");

    /// <summary>Every community, by SIREN.</summary>
    public async Task<IReadOnlyList<Registered<Community>>> ListCommunitiesAsync(CancellationToken cancellationToken)
    {
        var filter = Table.CreateQueryFilter($"RowKey eq {CommunityRow}");
        var communities = new List<Registered<Community>>();
        await foreach (var document in documents.ListAsync(filter, cancellationToken))
        {
            communities.Add(ReadCommunity(document));
        }

        return communities;
    }

    /// <summary>The community of a SIREN; null when there is none.</summary>
    public async Task<Registered<Community>?> FindCommunityAsync(string siren, CancellationToken cancellationToken) =>
        Siren.TryParse(siren, out var key)
        && await documents.FindAsync(key.ToString(), CommunityRow, cancellationToken) is { } document
            ? ReadCommunity(document)
            : null;

    /// <summary>Puts a community that was read without problem.</summary>
    public Task<(StoredDocument Document, bool Changed)> PutCommunityAsync(
        Siren siren, CommunityDocument document, PutTerms terms, CancellationToken cancellationToken) =>
        documents.PutAsync(
            siren.ToString(),
            CommunityRow,
            Write(document, StoreJson.Documents.CommunityDocument),
            terms,
            cancellationToken,
            BearsAlike(document, BearingOf, StoreJson.Documents.CommunityDocument));

    /// <summary>The mutualisations of a community, by id.</summary>
    public async Task<IReadOnlyList<Registered<Mutualisation>>> ListMutualisationsAsync(
        Community community, CancellationToken cancellationToken)
    {
        var mutualisations = new List<Registered<Mutualisation>>();
        await foreach (var document in MutualisationsOf(community, cancellationToken))
        {
            mutualisations.Add(new Registered<Mutualisation>(Known(Read(document, community)), document));
        }

        return mutualisations;
    }

    /// <summary>The SIREN and id of every mutualisation of every community, whether it can be read or not.</summary>
    public async Task<IReadOnlyList<(Siren Community, string Id)>> MutualisationKeysAsync(CancellationToken cancellationToken)
    {
        var keys = await documents.KeysAsync(
            Table.CreateQueryFilter($"RowKey ge {FirstMutualisation} and RowKey lt {AfterMutualisations}"), cancellationToken);
        return [.. keys.Select(key => (Siren.Parse(key.PartitionKey), IdOf(key.RowKey)))];
    }

    /// <summary>
    /// What a changed community would break in its mutualisations, such as a member that leaves the list while it still
    /// takes part in one.
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> BrokenByAsync(Community changed, CancellationToken cancellationToken)
    {
        var problems = new List<Refusal>();
        await foreach (var document in MutualisationsOf(changed, cancellationToken))
        {
            var id = IdOf(document.RowKey);
            problems.AddRange(Read(document, changed).Problems.Select(p => Refusals.CommunityUsedBy.At(
                "/members", $"La mutualisation « {id} »", p.Pointer, p.Message)));
        }

        return problems;
    }

    /// <summary>The mutualisation of an id; null when there is none.</summary>
    public async Task<Registered<Mutualisation>?> FindMutualisationAsync(
        Community community, string id, CancellationToken cancellationToken) =>
        await documents.FindAsync(community.Siren.ToString(), RowOf(id), cancellationToken) is { } document
            ? new Registered<Mutualisation>(Known(Read(document, community)), document)
            : null;

    /// <summary>Takes a record that was just written back; null before when there was none.</summary>
    public Task TakeBackAsync(StoredDocument written, StoredDocument? before, CancellationToken cancellationToken) =>
        documents.TakeBackAsync(written, before, cancellationToken);

    /// <summary>Puts a mutualisation that was read without problem.</summary>
    public Task<(StoredDocument Document, bool Changed)> PutMutualisationAsync(
        Siren siren, string id, MutualisationDocument document, PutTerms terms, CancellationToken cancellationToken) =>
        documents.PutAsync(
            siren.ToString(),
            RowOf(id),
            Write(document, StoreJson.Documents.MutualisationDocument),
            terms,
            cancellationToken,
            BearsAlike(document, BearingOf, StoreJson.Documents.MutualisationDocument));

    private static Func<StoredDocument, bool> BearsAlike<T>(T document, Func<T, T> bearingOf, JsonTypeInfo<T> shape)
    {
        var bearing = Write(bearingOf(document), shape);
        return before => Write(bearingOf(Parse(before, shape)), shape).ToMemory().Span.SequenceEqual(bearing.ToMemory().Span);
    }

    /// <summary>The declaration of a community without an address of anybody.</summary>
    public static BinaryData WithoutMailboxes(StoredDocument community)
    {
        var document = Parse(community, StoreJson.Documents.CommunityDocument);
        return Write(
            document with
            {
                Members = document.Members is null ? null : [.. document.Members.Select(m => m with { Mailbox = null })],
                DirectorMailbox = null,
                MutedMailboxes = null,
                Subscriptions = null,
            },
            StoreJson.Documents.CommunityDocument);
    }

    // What bears on the figures of reports: all but what is known not to, such as an address, a meeting or an objective, so
    // that a new part of a declaration makes reports out of date until somebody decides that it does not.
    private static CommunityDocument BearingOf(CommunityDocument document) => document with
    {
        Name = null,
        Members = document.Members is null ? null : [.. document.Members.Select(m => m with { Mailbox = null })],
        DirectorMailbox = null,
        MutedMailboxes = null,
        Subscriptions = null,
    };

    private static MutualisationDocument BearingOf(MutualisationDocument document) => document with
    {
        Label = null,
        Nature = null,
        OfferStatus = null,
        Offer = null,
        Referent = null,
        ContactMailbox = null,
        Sponsor = null,
        CostCentre = null,
        HierarchicalAuthority = null,
        FunctionalAuthority = null,
        Objectives = null,
        ClosesAfterDays = null,
        Deliberations = null,
        StaffCommitteeOpinions = null,
        ImpactSheet = null,
        Reglement = null,
        Committees = null,
        Recommendations = null,
        Links = null,
        Source = null,
    };

    /// <summary>Where the declaration of a mutualisation is.</summary>
    public static string RowOf(string id) => TableKey.Join(MutualisationRow, id);

    private static BinaryData Write<T>(T document, JsonTypeInfo<T> shape) =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(document, shape));

    private static Registered<Community> ReadCommunity(StoredDocument document) => new(
        Known(CommunityReader.Read(
            document.PartitionKey, Parse(document, StoreJson.Documents.CommunityDocument))),
        document);

    private IAsyncEnumerable<StoredDocument> MutualisationsOf(Community community, CancellationToken cancellationToken)
    {
        var filter = Table.CreateQueryFilter(
            $"PartitionKey eq {community.Siren.ToString()} and RowKey ge {FirstMutualisation} and RowKey lt {AfterMutualisations}");
        return documents.ListAsync(filter, cancellationToken);
    }

    private static string IdOf(string rowKey) => TableKey.Split(rowKey)[^1];

    private static Outcome<Mutualisation> Read(StoredDocument document, Community community) => MutualisationReader.Read(
        IdOf(document.RowKey), Parse(document, StoreJson.Documents.MutualisationDocument), community, Catalogue.Standard);

    private static T Parse<T>(StoredDocument document, JsonTypeInfo<T> shape) =>
        JsonSerializer.Deserialize(document.Json, shape)
        ?? throw new InvalidDataException($"The document {document.RowKey} is empty.");

    // What is stored was valid when it came; a rule or a community that changed since is a fault to see, not to hide.
    private static T Known<T>(Outcome<T> outcome)
        where T : class =>
        outcome.Value ?? throw new InvalidDataException(
            "A stored document breaks a rule: " + string.Join("; ", outcome.Problems.Select(p => $"{p.Code} {p.Pointer}")));
}
