using System.Globalization;

namespace Evaluation.Local;

/// <summary>What was asked of the local run.</summary>
internal sealed record LocalOptions
{
    private const int DefaultPort = 7071;

    public bool Help { get; init; }

    public bool Once { get; init; }

    public bool Empty { get; init; }

    public bool Reset { get; init; }

    public int Port { get; init; } = DefaultPort;

    /// <summary>Folder of the data; null for the one in the checkout.</summary>
    public string? Data { get; init; }

    /// <summary>Folder that receives the reports; null for none.</summary>
    public string? Export { get; init; }

    /// <summary>Reads the words of a command line.</summary>
    /// <exception cref="LocalRunException">One of them is not understood; the message says which, in French.</exception>
    public static LocalOptions Parse(IReadOnlyList<string> words)
    {
        var options = new LocalOptions();
        for (var i = 0; i < words.Count; i++)
        {
            var (name, value) = Cut(words[i]);
            string Text() => value ?? (++i < words.Count && !words[i].StartsWith("--", StringComparison.Ordinal) ? words[i] : "");
            options = name switch
            {
                "--data" => options with { Data = Folder(name, Text()) },
                "--export" => options with { Export = Folder(name, Text()) },
                "--port" => options with { Port = PortNumber(Text()) },
                _ when value is not null => throw Unknown(words[i]),
                "--help" or "-h" => options with { Help = true },
                "--once" => options with { Once = true },
                "--empty" => options with { Empty = true },
                "--reset" => options with { Reset = true },
                _ => throw Unknown(words[i]),
            };
        }

        return options is { Empty: true, Export: not null }
            ? throw new LocalRunException("--empty ne charge rien : il n’y a rien à exporter, retirez --export.")
            : options;
    }

    // --port=7100 is the same as --port 7100.
    private static (string Name, string? Value) Cut(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]);
    }

    private static string Folder(string option, string text) => text.Length > 0
        ? text
        : throw new LocalRunException($"{option} attend un dossier, par exemple {option} ./donnees.");

    private static int PortNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65_535
            ? port
            : throw new LocalRunException("--port attend un numéro de 1 à 65535, par exemple --port 7071.");

    private static LocalRunException Unknown(string word) =>
        new($"Option inconnue : {word}. Voyez dotnet run local.cs -- --help.");
}
