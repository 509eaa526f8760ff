namespace Evaluation.Functions.Http;

/// <summary>Free text in a CSV cell.</summary>
internal static class CsvText
{
    /// <summary>
    /// Quoted where needed; what a spreadsheet would run as a formula is made plain text by an apostrophe.
    /// </summary>
    public static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
