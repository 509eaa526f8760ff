namespace Evaluation.Functions.Hosting;

/// <summary>The functions laid out at the root of the app: one folder each, named like the function.</summary>
internal sealed class FunctionFolders
{
    private readonly Dictionary<string, FunctionDefinition> _byName;

    /// <exception cref="StartUpException">A function is declared in a way this app cannot serve.</exception>
    public FunctionFolders(string root)
    {
        Root = root;
        All =
        [
            .. Directory.EnumerateDirectories(root)
                .Select(folder => Path.Combine(folder, "function.json"))
                .Where(File.Exists)
                .Order(StringComparer.Ordinal)
                .Select(FunctionDefinition.Read),
        ];
        _byName = All.ToDictionary(function => function.Name, StringComparer.Ordinal);
    }

    /// <summary>Where <c>host.json</c> stands.</summary>
    public string Root { get; }

    public IReadOnlyList<FunctionDefinition> All { get; }

    public FunctionDefinition? Find(string name) => _byName.GetValueOrDefault(name);
}
