using System.Globalization;

namespace Evaluation.Functions.Tests.Soak;

/// <summary>A push as it was drawn, and every answer it got.</summary>
/// <param name="Key">Its Idempotency-Key; null when it has none and is sent once.</param>
/// <param name="Query">The terms in its address.</param>
/// <param name="Body">JSON.</param>
internal sealed record SoakPush(string? Key, string Query, string Body)
{
    private static readonly string[] Indicators = ["ADS-01", "ADS-03"];
    private static readonly string[] Members = ["38185", "38151", "38057"];

    /// <summary>The answers that reached its sender.</summary>
    public List<string> Answers { get; } = [];

    /// <summary>How often it was sent and no answer came, or storage could not be reached.</summary>
    public int Lost { get; set; }

    /// <summary>A push whose rows fall half the time on the same four values, so that senders meet.</summary>
    public static SoakPush Draw(Draws draws, string name)
    {
        var rows = new SortedSet<string>(StringComparer.Ordinal);
        var strategy = draws.OneOf("upsert", "upsert", "upsert", "create", "delete");
        var mode = draws.OneOf("partial", "partial", "atomic");
        for (var count = 1 + draws.Below(4); count > 0; count--)
        {
            var (indicator, member, month) = draws.Happens(500)
                ? (Indicators[0], Members[draws.Below(2)], 1 + draws.Below(2))
                : (Indicators[draws.Below(2)], Members[draws.Below(3)], 1 + draws.Below(12));
            rows.Add(string.Create(
                CultureInfo.InvariantCulture, $"\"indicator\":\"{indicator}\",\"member\":\"{member}\",\"period\":\"2025-{month:D2}\""));
        }

        if (draws.Happens(50))
        {
            rows.Add("\"indicator\":\"ZZZ-99\",\"member\":\"38185\",\"period\":\"2025-01\"");
        }

        var values = rows.Select(row => string.Create(
            CultureInfo.InvariantCulture, $$"""{{{row}},"value":"{{(draws.Happens(300) ? draws.Below(3) : draws.Below(100_000))}}"}"""));
        return new SoakPush(
            draws.Happens(100) ? null : name,
            $"?strategy={strategy}&mode={mode}",
            $$"""{"source":"{{name}}","values":[{{string.Join(',', values)}}]}""");
    }
}
