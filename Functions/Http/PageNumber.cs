using System.Globalization;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Http;

/// <summary>Reads which page of a list that is known whole is asked for.</summary>
internal static class PageNumber
{
    /// <summary>The page, from 1; the first unless said.</summary>
    /// <exception cref="RefusalException">The text is no number, or there is no such page (<c>page.invalid</c>).</exception>
    public static int Of(string? text, int pages) =>
        text is null ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 && page <= Math.Max(1, pages) ? page
        : throw EdgeRefusals.PageInvalid.Refused();
}
