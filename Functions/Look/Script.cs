namespace Evaluation.Functions.Look;

/// <summary>A script of a page, which works without it.</summary>
internal sealed class Script
{
    /// <summary>Keys and pasting in the grid of values.</summary>
    public static readonly Script Entry = new(EmbeddedText.Read("entry.js"));

    private Script(string text)
    {
        Text = text;
        Sha256 = EmbeddedText.Sha256Of(text);
    }

    /// <summary>The script, LF line ends.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the text in base 64.</summary>
    public string Sha256 { get; }
}
