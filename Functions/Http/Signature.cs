using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Http;

/// <summary>Reads in what function somebody signs an act.</summary>
internal static class Signature
{
    /// <summary>The most letters of a function.</summary>
    public const int LongestFunction = 200;

    /// <summary>The function: one line, no person’s name.</summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="refusal">Said, with the most letters that it takes, when it is missing or not valid.</param>
    /// <exception cref="RefusalException">It is.</exception>
    public static string FunctionOf(string? text, RefusalCode refusal) =>
        !PlainText.IsBlank(text) && text.Trim() is var function
        && function.Length <= LongestFunction && !function.AsSpan().ContainsAny('\r', '\n') && !PlainText.Commands(function)
            ? function
            : throw refusal.Refused(FrenchNumber.Format(LongestFunction));
}
