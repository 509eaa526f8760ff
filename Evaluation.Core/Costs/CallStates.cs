using System.Globalization;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>Where a call stands.</summary>
public enum CallState
{
    /// <summary>It is to be issued (prévu).</summary>
    Planned,

    /// <summary>Its titre is issued, or it is imputed (émis).</summary>
    Issued,

    /// <summary>It is paid (payé).</summary>
    Paid,

    /// <summary>The payer contests it (contesté).</summary>
    Disputed,
}

/// <summary>Where the accountant says that a call stands.</summary>
/// <param name="State">Where.</param>
/// <param name="On">Since when, local date in Europe/Paris.</param>
/// <param name="Comment">What there is to say of it; always there for what is contested.</param>
public sealed record CallStanding(CallState State, DateOnly On, string? Comment);

/// <summary>What was said of a call.</summary>
/// <param name="Call">Its name; see <see cref="FundsCall.Named"/>.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="At">When it was said.</param>
/// <param name="By">By whom, as trails name them.</param>
public sealed record ToldCall(string Call, CallStanding Standing, DateTimeOffset At, string By);

/// <summary>What was said of the calls of a year, the last of each; nothing, to begin with.</summary>
/// <param name="Told">By name of the call.</param>
public sealed record CallStates(IReadOnlyList<ToldCall> Told)
{
    /// <summary>Nothing was said.</summary>
    public static CallStates None { get; } = new([]);

    /// <summary>What was said of a call; null when nothing was.</summary>
    public ToldCall? Find(string call) => Told.FirstOrDefault(t => t.Call == call);

    /// <summary>The states once something is said of a call; the same when the same was said last.</summary>
    public CallStates Say(ToldCall said) => Find(said.Call)?.Standing == said.Standing
        ? this
        : new([.. Told.Where(t => t.Call != said.Call).Append(said).OrderBy(t => t.Call, StringComparer.Ordinal)]);

    /// <summary>The costs of a year with what was said of their calls.</summary>
    public CostYear Of(CostYear costs) => Told.Count == 0
        ? costs
        : costs with { Calls = [.. FundsCall.Named(costs.Calls).Select(c => c.Call with { Standing = Find(c.Id)?.Standing })] };
}

/// <summary>The state of a call as it is sent. Everything is optional until it is read.</summary>
public sealed record CallStandingDocument
{
    /// <summary>The most letters of a comment.</summary>
    public const int LongestComment = 500;

    /// <summary>A <see cref="CallState"/>, written.</summary>
    public string? State { get; init; }

    /// <summary>Since when, year-month-day.</summary>
    public string? On { get; init; }

    /// <summary>What there is to say of it.</summary>
    public string? Comment { get; init; }

    /// <summary>When what the sender read of the call was said, as it is told; empty when nothing was, null when the sender does not tell.</summary>
    public string? Seen { get; init; }

    /// <summary>Whether the sender knows what was said of the call last.</summary>
    /// <param name="told">What was said; null when nothing was.</param>
    /// <param name="known">What was there when the request came, for a sender that does not tell what it read.</param>
    public bool Knows(ToldCall? told, ToldCall? known) => told is null || (Seen is null
        ? told.At == known?.At
        : DateTimeOffset.TryParse(Seen, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var seen) && told.At == seen);

    /// <summary>The standing, or what prevents it.</summary>
    /// <param name="today">Local date in Europe/Paris: nothing is said ahead of its day.</param>
    public Outcome<CallStanding> Read(DateOnly today)
    {
        var checks = new DocumentChecks();
        var standing = new CallStanding(
            checks.Choice<CallState>(State, "/state"), checks.RequiredDate(On, "/on"), checks.OptionalText(Comment, "/comment", LongestComment));
        if (standing.On > today)
        {
            checks.Add(Refusals.CallFuture, "/on");
        }

        if (standing is { State: CallState.Disputed, Comment: null })
        {
            checks.Add(Refusals.CallComment, "/comment");
        }

        return Outcome<CallStanding>.Of(checks.Problems, () => standing);
    }
}

/// <summary>French words of the states of calls.</summary>
public static class CallStateWords
{
    /// <summary>« acompte », « régularisation ».</summary>
    public static string Label(this CallKind kind) => kind switch
    {
        CallKind.Provisional => "acompte",
        CallKind.Balance => "régularisation",
    };

    /// <summary>« prévu », « émis », « payé », « contesté ».</summary>
    public static string Label(this CallState state) => state switch
    {
        CallState.Planned => "prévu",
        CallState.Issued => "émis",
        CallState.Paid => "payé",
        CallState.Disputed => "contesté",
    };
}
