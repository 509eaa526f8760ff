namespace Evaluation.Local;

/// <summary>The checkout that holds <c>Evaluation.sln</c>, found upwards from the running program.</summary>
public static class RepositoryRoot
{
    /// <summary>The absolute path of <paramref name="relative"/> inside the checkout.</summary>
    /// <exception cref="LocalRunException">The program does not run from inside a checkout.</exception>
    public static string PathOf(string relative) => Path.Combine(Root.Value, relative);

    private static readonly Lazy<string> Root = new(() =>
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Evaluation.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new LocalRunException("Evaluation.sln was not found: run this from inside the checkout.");
    });
}
