using Evaluation.Core.French;
using Evaluation.Core.Problems;

namespace Evaluation.Functions.Consult;

/// <summary>What came of a form, at the top of the page it leads back to.</summary>
/// <param name="Text">In French.</param>
/// <param name="IsRefusal">Whether what was asked for was not done.</param>
public sealed record PageOutcome(string Text, bool IsRefusal)
{
    internal static PageOutcome Done(string text) => new(Typography.Fix(text), IsRefusal: false);

    internal static PageOutcome Refused(string text) => new(Typography.Fix(text), IsRefusal: true);

    /// <summary>What a code says that came with an address; null when it is none of those that the page tells.</summary>
    internal static PageOutcome? Refused(IEnumerable<RefusalCode> told, string code) =>
        told.FirstOrDefault(one => one.Code == code) is { } said ? Refused(said.Say()) : null;
}
