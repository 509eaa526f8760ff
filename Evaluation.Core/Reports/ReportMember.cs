using Evaluation.Core.Communities;

namespace Evaluation.Core.Reports;

/// <summary>A member as a report names it.</summary>
/// <param name="Siren">Its number.</param>
/// <param name="InseeCode">Commune code; null for other bodies.</param>
/// <param name="Name">Its name, French apostrophes, no control character.</param>
public sealed record ReportMember(string Siren, string? InseeCode, string Name)
{
    internal static ReportMember Of(Member member) =>
        new(member.Siren.ToString(), member.InseeCode, ReportText.Name(member.Name));
}
