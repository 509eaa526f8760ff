using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>The report that goes with a notice.</summary>
/// <param name="Page">Address of its page.</param>
/// <param name="Words">What is said of it below the notice, in French: where it is read, what is joined.</param>
/// <param name="File">What is joined; null when it is read at its address.</param>
internal sealed record Enclosure(string Page, IReadOnlyList<string> Words, ReportFile? File)
{
    /// <summary>What a notice says, with what goes with it.</summary>
    public static string TextOf(Notice notice, Enclosure? enclosed) =>
        string.Join("\n\n", [notice.Due.Text, .. enclosed?.Words ?? []]);
}
