using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using Evaluation.Core.Versions;

namespace Evaluation.Core.Tests.Specification;

/// <summary>The questions about what changed between two versions and about data that come late.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> OfVersions => new()
    {
        ["weighs"] = w => Text(new ChangedValue(new ValueKey("ADS-01", null, Period.OfYear(2025)), Held(w[0]), Held(w[1])).Weight),
        ["late-data"] = w => LateData.MakesNextVersion(Whole(w[0]), Exact.Day(w[2]), w.Contains("closed"), Exact.Day(w[4]))
            ? "next version"
            : "nothing",
        ["difference"] = w => Text(new ChangedAmount(default, Owed(w[0]), Owed(w[1])).Difference),
    };

    private static HeldValue? Held(string written) =>
        written == "none" ? null : new HeldValue(Exact.Number(written), ValueStatus.Final, ValueQuality.Measured);

    private static decimal? Owed(string written) => written == "none" ? null : Exact.Number(written);
}
