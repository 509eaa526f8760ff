using System.Globalization;
using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Administer.Audit;

internal sealed record AuditList(IReadOnlyList<AuditListEntry> Entries, string? Next);

internal sealed record AuditListEntry(
    long Sequence,
    DateTimeOffset At,
    string Caller,
    string Action,
    string Target,
    string? Detail,
    string PreviousHash,
    string Hash);

/// <summary>The audit trail: read, page by page, and verified.</summary>
internal static class AuditApi
{
    private const int PageSize = 200;
    private const string OfCommunity = "/communities/{siren}/audit";
    private const string OfNone = "/audit";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(OfCommunity, ListOfCommunity).Require(Right.Administer)
            .WithSummary("Le journal des actes de la communauté, dans l’ordre, 200 par page.")
            .Day("from", "Premier jour.")
            .Day("to", "Dernier jour.")
            .Answers(() => AuditJson.Default.AuditList);
        api.MapGet(OfCommunity + "/verification", VerifyCommunity).Require(Right.Administer)
            .WithSummary("Recalcule la chaîne du journal des actes de la communauté et dit si elle est intacte.")
            .Answers(() => AuditJson.Default.AuditVerdict);
        api.MapGet(OfNone, ListOfNone).Require(Right.Administer)
            .WithSummary("Le journal des actes qui ne concernent aucune communauté.")
            .Day("from", "Premier jour.")
            .Day("to", "Dernier jour.")
            .Answers(() => AuditJson.Default.AuditList);
        api.MapGet(OfNone + "/verification", VerifyNone).Require(Right.Administer)
            .WithSummary("Recalcule la chaîne du journal des actes qui ne concernent aucune communauté.")
            .Answers(() => AuditJson.Default.AuditVerdict);
    }

    private static async Task<IResult> ListOfCommunity(
        string siren,
        string? from,
        string? to,
        string? action,
        long? after,
        Addressed addressed,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value.Siren;
        return await ListAsync(
            trail, community, $"/api/communities/{community}/audit", from, to, action, after, cancellationToken);
    }

    private static Task<IResult> ListOfNone(
        string? from, string? to, string? action, long? after, AuditTrail trail, CancellationToken cancellationToken) =>
        ListAsync(trail, null, "/api/audit", from, to, action, after, cancellationToken);

    private static async Task<IResult> VerifyCommunity(
        string siren, Addressed addressed, AuditTrail trail, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value.Siren;
        return Results.Json(await trail.VerifyAsync(community, cancellationToken), AuditJson.Default.AuditVerdict);
    }

    private static async Task<IResult> VerifyNone(AuditTrail trail, CancellationToken cancellationToken) =>
        Results.Json(await trail.VerifyAsync(null, cancellationToken), AuditJson.Default.AuditVerdict);

    private static async Task<IResult> ListAsync(
        AuditTrail trail,
        Siren? siren,
        string address,
        string? from,
        string? to,
        string? action,
        long? after,
        CancellationToken cancellationToken)
    {
        var (first, last) = (DayOf(from), DayOf(to));
        var entries = new List<AuditListEntry>();
        await foreach (var (entry, hash) in trail.ListAsync(siren, Math.Max(0, after ?? 0), cancellationToken))
        {
            if (entries.Count == PageSize)
            {
                return Answer(entries, Next(address, from, to, action, entries[^1].Sequence));
            }

            var day = ParisTime.DateOf(entry.At);
            if (!(day < first) && !(day > last) && (action is null || entry.Action == action))
            {
                entries.Add(new AuditListEntry(
                    entry.Sequence, entry.At, entry.Caller, entry.Action, entry.Target, entry.Detail, entry.PreviousHash, hash));
            }
        }

        return Answer(entries, null);
    }

    private static IResult Answer(List<AuditListEntry> entries, string? next) =>
        Results.Json(new AuditList(entries, next), AuditJson.Default.AuditList);

    private static string Next(string address, string? from, string? to, string? action, long after) =>
        address + QueryString.Create(
            new (string Name, string? Value)[]
            {
                ("from", from), ("to", to), ("action", action), ("after", after.ToString(CultureInfo.InvariantCulture)),
            }
            .Where(p => p.Value is not null)
            .Select(p => KeyValuePair.Create(p.Name, p.Value))).Value;

    private static DateOnly? DayOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Refusals.DateInvalid.Refused(DateOnly.MinValue.Year, DateOnly.MaxValue.Year);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditList))]
[JsonSerializable(typeof(AuditVerdict))]
internal sealed partial class AuditJson : JsonSerializerContext;
