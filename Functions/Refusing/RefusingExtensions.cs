using Evaluation.Core.French;
using Evaluation.Core.Problems;

namespace Evaluation.Functions.Refusing;

/// <summary>Makes refusals of the codes of the catalogue.</summary>
internal static class RefusingExtensions
{
    /// <summary>The refusal of what was asked.</summary>
    /// <param name="code">Of the catalogue.</param>
    /// <param name="about">What its sentence is said of.</param>
    public static RefusalException Refused(this RefusalCode code, params ReadOnlySpan<object?> about) =>
        code.RefusedAs(code.Kind, about);

    /// <summary>The refusal of what was asked, where the same fault weighs otherwise: a period in an address is not there.</summary>
    /// <param name="code">Of the catalogue.</param>
    /// <param name="kind">Why it is refused in this place.</param>
    /// <param name="about">What its sentence is said of.</param>
    public static RefusalException RefusedAs(this RefusalCode code, RefusalKind kind, params ReadOnlySpan<object?> about) =>
        new(code.At("", about), kind);

    /// <summary>What an act gives.</summary>
    /// <param name="outcome">Of the act.</param>
    /// <exception cref="RefusalException">Something prevents it: the first problem, as its kind says.</exception>
    public static T Required<T>(this Outcome<T> outcome)
        where T : class => outcome.Value ?? throw outcome.Problems[0].Refused();

    /// <summary>The refusal of what was asked, as its kind says.</summary>
    /// <param name="refusal">What is told.</param>
    public static RefusalException Refused(this Refusal refusal) => new(refusal, refusal.Kind);

    /// <summary>The refusal of a document as a whole, for what is wrong with it.</summary>
    /// <param name="faults">One or more; a single one speaks for the document.</param>
    public static RefusalException OfDocument(this IReadOnlyList<Refusal> faults) => new(
        faults is [var only] ? only : EdgeRefusals.DocumentInvalid.At("", faults.Count), RefusalKind.Invalid, faults);

    /// <summary>The same refusal, that says of which document it is.</summary>
    /// <param name="refused">Of one document among several.</param>
    /// <param name="document">Its name.</param>
    public static RefusalException In(this RefusalException refused, string document) => new(
        new(refused.Code, "", Typography.Fix($"{document} : {refused.Message}")), refused.Kind, refused.Errors);
}
