using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Http;

/// <summary>Parameters of an address that are no text; the framework would answer a 400 without a word to what it cannot read.</summary>
internal static class AskedParameter
{
    /// <summary>How many lines a page holds unless asked.</summary>
    public const int UsualPage = 50;

    /// <summary>How many lines a page holds at most.</summary>
    public const int LongestPage = 200;

    /// <summary>How many lines a page holds, 1 to 200; 50 unless asked.</summary>
    /// <exception cref="RefusalException">400 when it is no such number.</exception>
    public static int Limit(string? text) =>
        text is null ? UsualPage
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LongestPage ? limit
        : throw EdgeRefusals.LimitUnknown.Refused(FrenchNumber.Format(LongestPage));

    /// <summary>Whether something is asked for; not, unless said.</summary>
    /// <exception cref="RefusalException">400 when it says neither.</exception>
    /// <param name="text">As it is given.</param>
    /// <param name="unknown">What is said of another text.</param>
    public static bool Flag(string? text, RefusalCode unknown) => text switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw unknown.Refused(),
    };
}
