namespace Evaluation.Local;

/// <summary>
/// The folder where a local run keeps its data. It carries a mark, so that nothing else is ever erased, and belongs to
/// one run at a time.
/// </summary>
internal sealed class LocalFolder : IDisposable
{
    private const string MarkName = "evaluation-locale.txt";
    private const string LockName = "en-cours.lock";
    private const string StorageName = "stockage";

    private readonly FileStream _lock;

    private LocalFolder(string path, FileStream inUse, bool wasErased)
    {
        Storage = System.IO.Path.Combine(path, StorageName);
        Path = path;
        WasErased = wasErased;
        _lock = inUse;
    }

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>Where the storage emulator writes.</summary>
    public string Storage { get; }

    /// <summary>Whether data of an earlier run were erased on opening.</summary>
    public bool WasErased { get; }

    /// <summary>Takes the folder for this run, made if need be.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="reset">Erases what earlier runs left.</param>
    /// <exception cref="LocalRunException">It is another program's, in use or not writable.</exception>
    public static LocalFolder Open(string path, bool reset)
    {
        try
        {
            var mark = System.IO.Path.Combine(path, MarkName);
            if (Directory.Exists(path) && !File.Exists(mark) && Directory.EnumerateFileSystemEntries(path).Any())
            {
                throw new LocalRunException(
                    $"Le dossier {path} contient autre chose que des données de ce programme : choisissez-en un autre avec --data.");
            }

            Directory.CreateDirectory(path);
            File.WriteAllText(mark, "Données d’une exécution locale. Ce dossier s’efface avec --reset.\n");
            return Take(path, reset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalRunException($"Le dossier {path} n’est pas accessible en écriture : choisissez-en un autre avec --data.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static LocalFolder Take(string path, bool reset)
    {
        FileStream inUse;
        try
        {
            inUse = new FileStream(
                System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LocalRunException(
                $"Une autre exécution utilise déjà le dossier {path} : arrêtez-la ou choisissez un autre dossier avec --data.", e);
        }

        var storage = System.IO.Path.Combine(path, StorageName);
        var erase = reset && Directory.Exists(storage);
        if (erase)
        {
            Directory.Delete(storage, recursive: true);
        }

        Directory.CreateDirectory(storage);
        return new LocalFolder(path, inUse, erase);
    }
}
