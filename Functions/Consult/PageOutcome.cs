using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Consult;

/// <summary>What came of a form, at the top of the page it leads back to.</summary>
/// <param name="Text">In French.</param>
/// <param name="IsRefusal">Whether what was asked for was not done.</param>
public sealed record PageOutcome(string Text, bool IsRefusal)
{
    internal static PageOutcome Done(string text) => new(Typography.Fix(text), IsRefusal: false);

    internal static PageOutcome Refused(string text) => new(Typography.Fix(text), IsRefusal: true);

    /// <summary>What was refused, so that nothing was changed.</summary>
    /// <param name="refused">The refusal: everything that is wrong with what was sent is told at once.</param>
    /// <param name="inWords">How one fault is told; by its message unless said.</param>
    internal static PageOutcome Of(RefusalException refused, Func<Refusal, string>? inWords = null) => Unchanged(
        refused.Errors is { Count: > 0 } all ? string.Join(' ', all.Select(inWords ?? (fault => fault.Message))) : refused.Message);

    /// <summary>Why nothing was changed.</summary>
    internal static PageOutcome Unchanged(string why) => Refused($"Rien n’a été changé. {why}");

    /// <summary>What a code says that came with an address; null when it is none of those that the page tells.</summary>
    internal static PageOutcome? Refused(IEnumerable<RefusalCode> told, string code) =>
        told.FirstOrDefault(one => one.Code == code) is { } said ? Refused(said.Say()) : null;
}
