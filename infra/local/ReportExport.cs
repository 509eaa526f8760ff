namespace Evaluation.Local;

/// <summary>A folder that receives copies of reports; nothing is ever written outside it nor removed from it.</summary>
internal sealed class ReportExport
{
    private readonly string _root;

    private ReportExport(string root) => _root = root;

    /// <summary>The folder, made if need be.</summary>
    /// <param name="path">Absolute path.</param>
    /// <exception cref="LocalRunException">It cannot be written to.</exception>
    public static ReportExport Into(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, ".ecriture");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return new ReportExport(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalRunException($"Le dossier {path} n’est pas accessible en écriture : choisissez-en un autre avec --export.", e);
        }
    }

    /// <summary>Where a file goes.</summary>
    /// <param name="steps">Folders, then the file, whose name may hold further folders.</param>
    /// <exception cref="LocalRunException">The place would be outside the folder.</exception>
    public string PathOf(params IReadOnlyList<string> steps)
    {
        var names = steps.SelectMany(step => step.Split('/')).ToList();
        if (names.Exists(name => name is "" or "." or ".." || name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0
            || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)))
        {
            throw new LocalRunException($"Le nom {string.Join('/', steps)} sort du dossier d’export : rien n’est écrit.");
        }

        return Path.Combine([_root, .. names]);
    }

    /// <summary>Writes a file whole, or not at all.</summary>
    public async Task WriteAsync(IReadOnlyList<string> steps, byte[] content, CancellationToken cancellationToken)
    {
        var path = PathOf(steps);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = path + ".partiel";
        await File.WriteAllBytesAsync(partial, content, cancellationToken);
        File.Move(partial, path, overwrite: true);
    }
}
