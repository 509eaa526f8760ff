using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Calendar;

/// <summary>How many values of one indicator a period lacks.</summary>
/// <param name="Definition">Which.</param>
/// <param name="Missing">1 or more.</param>
public sealed record MissingOfIndicator(IndicatorDefinition Definition, int Missing);

/// <summary>How many values of one member a period lacks.</summary>
/// <param name="Member">Who; null for the values of the service as a whole.</param>
/// <param name="Missing">1 or more.</param>
public sealed record MissingOfMember(Member? Member, int Missing);

/// <summary>A period that is past its deadline and lacks values.</summary>
/// <param name="Period">Which.</param>
/// <param name="DaysLate">Days since the deadline, 1 or more.</param>
/// <param name="IsClosed">Whether it takes no more values: what lacks is missing for good, and nobody is reminded of it.</param>
/// <param name="Expected">Values expected.</param>
/// <param name="Missing">Those that did not come, 1 or more.</param>
/// <param name="ReceivedLate">Those that came after the deadline.</param>
/// <param name="ByIndicator">What lacks, by code of indicator.</param>
/// <param name="ByMember">What lacks, in the community’s order; then the service.</param>
public sealed record OverduePeriod(
    Period Period,
    int DaysLate,
    bool IsClosed,
    int Expected,
    int Missing,
    int ReceivedLate,
    IReadOnlyList<MissingOfIndicator> ByIndicator,
    IReadOnlyList<MissingOfMember> ByMember);
