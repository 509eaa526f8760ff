using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Submissions;

public sealed class SubmissionChecksProperties
{
    private static readonly Community Community = GivenCommunity.Of("A", "B");

    private static readonly SubmissionChecks Checks = new(
        Community,
        GivenMutualisation.WithEveryone(Community, "DSI").Following("DSI-01", "DSI-05", "DSI-06").Read(),
        Catalogue.Standard,
        Exact.Day("2025-06-15"));

    // Half of the time something plausible, so that every path is taken; else anything at all, null included.
    private static readonly Gen<SubmittedRow> Rows =
        from indicator in AnyOr("DSI-01", "DSI-05", "DSI-06", "DSI-04", "TRV-03", "ADS-01")
        from member in AnyOr("38001", "38002", "38999", "")
        from period in AnyOr("2025-01", "2025-02", "2025-Q1", "2025", "2027-01")
        from value in AnyOr("0", "1", "12.5", "-3", "1e28", "79228162514264337593543950335", "0.0000000000000000000000000001", "1E-400", "1e400", "0.99999999999999999999999999999999")
        from status in AnyOr("final", "provisional", "")
        from comment in AnyOr("")
        select new SubmittedRow(0, indicator, member, period, value, status, null, comment);

    private static readonly Gen<SubmittedRow[]> Batches =
        Rows.ListOf().Select(rows => rows.Select((row, index) => row with { Index = index }).ToArray());

    [Fact]
    public void Whatever_is_sent_each_row_gets_a_value_or_an_error_never_both() => Properties.Hold(Batches, rows =>
    {
        var judged = Checks.Check(rows);
        return judged.Select(j => j.Row).SequenceEqual(rows)
            && judged.All(j => (j.Value is null) == j.Findings.Any(f => f.Severity == Severity.Error))
            && judged.All(j => j.Findings.All(f =>
                f.Pointer.StartsWith($"/values/{j.Row.Index}", StringComparison.Ordinal) && f.Message.EndsWith('.')));
    }, 500);

    [Fact]
    public void A_refused_row_never_prevents_the_others() => Properties.Hold(Batches, rows =>
    {
        var kept = Checks.Check(rows).Where(j => j.Value is not null).ToList();
        return Checks.Check([.. kept.Select(j => j.Row)]).Select(j => j.Value).SequenceEqual(kept.Select(j => j.Value));
    });

    [Fact]
    public void No_two_kept_rows_are_of_the_same_place() => Properties.Hold(Batches, rows =>
    {
        var keys = Checks.Check(rows).Select(j => j.Value?.Key).OfType<ValueKey>().ToList();
        return keys.Distinct().Count() == keys.Count;
    });

    private static Gen<string?> AnyOr(params string[] plausible) => Gen.OneOf(
        Gen.Elements<string?>(plausible), Gen.Elements<string?>(plausible), ArbMap.Default.GeneratorFor<string?>());
}
