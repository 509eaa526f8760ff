using System.Security.Cryptography;
using System.Text;

namespace Evaluation.Functions.Look;

/// <summary>A text that the app carries with it, and what names its content.</summary>
internal static class EmbeddedText
{
    /// <summary>A text, with LF line ends.</summary>
    /// <exception cref="InvalidOperationException">The app was built without it.</exception>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>SHA-256 of a text in base 64.</summary>
    public static string Sha256Of(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
