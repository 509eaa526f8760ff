using Evaluation.Core.Decisions;
using Evaluation.Core.French;

namespace Evaluation.Functions.Consult;

/// <summary>What came of a form about the evaluation of a year. A confirmation is shown while it is true.</summary>
internal static class DecisionOutcome
{
    public const string Validated = "validated";
    public const string Transmitted = "transmitted";
    public const string Decided = "decided";

    /// <param name="shown">What the page shows now.</param>
    /// <param name="done">Code of what was done.</param>
    public static PageOutcome? Of(DecidedYear shown, string? done) => (done, shown.Latest?.State) switch
    {
        (Validated, ReportState.Validated or ReportState.Transmitted) => PageOutcome.Done(
            $"La version {Version(shown)} est validée. Les communes la liront quand vous l’aurez transmise."),
        (Transmitted, ReportState.Transmitted) => PageOutcome.Done(
            $"La version {Version(shown)} est transmise : {FrenchText.Count(shown.Told, "membre en est averti", "membres en sont avertis")}."),
        (Decided, _) when shown.Present is { } present => PageOutcome.Done($"La décision est enregistrée : {present.Value.Kind.Label()}."),
        _ => null,
    };

    private static string Version(DecidedYear shown) => FrenchNumber.Format(shown.Latest!.Version.Version);
}
