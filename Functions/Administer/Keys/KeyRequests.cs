using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Administer.Keys;

/// <summary>Reads what is asked of a key.</summary>
internal sealed class KeyRequests(Registry registry, TimeProvider clock)
{
    private const int LongestLabel = 100;
    private const int DefaultOverlap = 7;
    private const int LongestOverlap = 90;

    /// <summary>The key that a request describes.</summary>
    /// <exception cref="RefusalException">422 with every fault.</exception>
    public async Task<ApiKey> ReadAsync(
        KeyRequest request, Community community, ApiKeyText text, Caller by, CancellationToken cancellationToken)
    {
        var problems = new List<Refusal>();
        var label = request.Label?.Trim();
        if (label is not { Length: > 0 and <= LongestLabel } || label.Any(char.IsControl))
        {
            problems.Add(EdgeRefusals.ApiKeyLabel.At("/label"));
        }

        var rights = RightsOf(request.Rights, problems);
        var expiresOn = LastDayOf(request.ExpiresOn, problems);
        var services = request.Mutualisations?.Distinct(StringComparer.Ordinal).ToList();
        await RequireKnownAsync(services, community, problems, cancellationToken);
        Documents.RefuseAny(problems);
        return new ApiKey(community.Siren, text.KeyId, label!, services, rights, expiresOn, text.Hash, clock.GetUtcNow(), by.Name) { IsUntold = true };
    }

    /// <summary>How long the text before a rotation is still taken.</summary>
    /// <exception cref="RefusalException">422 when it is not from 0 to 90 days.</exception>
    public static TimeSpan OverlapOf(RotationRequest request) => (request.OverlapDays ?? DefaultOverlap) is var days
        && days is >= 0 and <= LongestOverlap
            ? TimeSpan.FromDays(days)
            : throw EdgeRefusals.ApiKeyOverlap.Refused();

    private static List<Right> RightsOf(IReadOnlyList<string>? codes, List<Refusal> problems)
    {
        var rights = ApiKey.Givable.Where(r => codes?.Contains(DomainCode.Of(r), StringComparer.Ordinal) == true).ToList();
        if (rights.Count == 0 || codes!.Distinct(StringComparer.Ordinal).Count() > rights.Count)
        {
            problems.Add(EdgeRefusals.ApiKeyRights.At("/rights"));
        }

        return rights;
    }

    private DateOnly? LastDayOf(string? text, List<Refusal> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= ParisTime.DateOf(clock.GetUtcNow()))
        {
            return day;
        }

        problems.Add(EdgeRefusals.ApiKeyExpiry.At("/expiresOn"));
        return null;
    }

    private async Task RequireKnownAsync(
        List<string>? services, Community community, List<Refusal> problems, CancellationToken cancellationToken)
    {
        if (services is null)
        {
            return;
        }

        var known = (await registry.ListMutualisationsAsync(community, cancellationToken)).Select(m => m.Value.Id).ToHashSet();
        if (services.Count == 0 || !services.TrueForAll(known.Contains))
        {
            problems.Add(EdgeRefusals.ApiKeyMutualisations.At("/mutualisations"));
        }
    }
}
