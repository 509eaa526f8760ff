using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Functions.Collect.Formats;

namespace Evaluation.Functions.Consult;

/// <summary>A file that somebody sends from the portal.</summary>
/// <param name="Name">As pages and the source of the submission tell it.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record DepositedFile(string Name, BinaryData Bytes)
{
    private const string Unnamed = "fichier";

    /// <summary>The source of the submission: that it came by the portal, and under which name, as far as it fits.</summary>
    public string Source
    {
        get
        {
            var source = $"Portail{FrenchNumber.UnitSpace}: {Name}";
            return source.Length <= SubmittedBatch.LongestSource ? source
                : char.IsHighSurrogate(source[SubmittedBatch.LongestSource - 1]) ? source[..(SubmittedBatch.LongestSource - 1)]
                : source[..SubmittedBatch.LongestSource];
        }
    }

    /// <summary>The file of a name as a browser gives it: some give the whole path, and any sign may be in it.</summary>
    public static DepositedFile Of(string given, BinaryData bytes)
    {
        var name = string.Concat(given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Where(IsShown)).Trim();
        return new DepositedFile(name.Length == 0 ? Unnamed : name, bytes);
    }

    // Signs of format turn the text around them: a name must not make a sentence read otherwise.
    private static bool IsShown(char sign) => !char.IsControl(sign) && char.GetUnicodeCategory(sign) != UnicodeCategory.Format;
}
