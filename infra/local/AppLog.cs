namespace Evaluation.Local;

/// <summary>The lines that the app writes, kept in a file while the terminal shows progress only.</summary>
internal sealed class AppLog : IDisposable
{
    private readonly StreamWriter _file;
    private readonly Lock _oneLineAtATime = new();

    private AppLog(string path)
    {
        Path = path;
        _file = new StreamWriter(path, append: false) { AutoFlush = true };
    }

    /// <summary>Where they are.</summary>
    public string Path { get; }

    /// <summary>A new file in place of the one of the run before.</summary>
    /// <exception cref="LocalRunException">It cannot be written.</exception>
    public static AppLog In(LocalFolder folder)
    {
        var path = System.IO.Path.Combine(folder.Path, "application.log");
        try
        {
            return new AppLog(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalRunException($"Le fichier {path} n’est pas accessible en écriture : choisissez un autre dossier avec --data.", e);
        }
    }

    /// <summary>Keeps a line; lines may come from several threads.</summary>
    public void Write(string line)
    {
        lock (_oneLineAtATime)
        {
            _file.WriteLine(line);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_oneLineAtATime)
        {
            _file.Dispose();
        }
    }
}
