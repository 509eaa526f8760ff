using System.Security.Cryptography;
using System.Text;

namespace Evaluation.Functions.Look;

/// <summary>A text that the app carries for browsers, and the hash that names its content.</summary>
internal class EmbeddedText
{
    /// <summary>What makes the keys of a spreadsheet move in the grid of values, which works without it.</summary>
    public static readonly EmbeddedText EntryScript = new(Read("entry.js"));

    protected EmbeddedText(string text)
    {
        Text = text;
        Sha256 = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The text, LF line ends.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the text in base 64.</summary>
    public string Sha256 { get; }

    /// <summary>The name of its content, short, for an address that browsers may keep for ever.</summary>
    public string Version => Uri.EscapeDataString(Sha256[..12]);

    /// <summary>A text, with LF line ends.</summary>
    /// <exception cref="InvalidOperationException">The app was built without it.</exception>
    protected static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
