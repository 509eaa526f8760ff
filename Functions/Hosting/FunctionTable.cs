namespace Evaluation.Functions.Hosting;

/// <summary>What a function does with a payload; the text it gives says in one line what was done.</summary>
internal delegate Task<string> Invocation(
    InvocationRequest request, IServiceProvider services, CancellationToken cancellationToken);

/// <summary>The functions of the app by name, each declared by a folder and served by code.</summary>
internal sealed class FunctionTable(FunctionFolders folders)
{
    private readonly Dictionary<string, Invocation> _invocations = new(StringComparer.Ordinal);

    /// <exception cref="StartUpException">No such function is declared, or it has another trigger.</exception>
    public FunctionDefinition Add(string name, Func<TriggerBinding, bool> hasTrigger, Invocation invocation)
    {
        var function = folders.Find(name);
        if (function is null || !hasTrigger(function.Trigger))
        {
            throw new StartUpException($"{name} has code, but no {name}/function.json with its trigger.");
        }

        _invocations.Add(name, invocation);
        return function;
    }

    public Invocation? Find(string name) => _invocations.GetValueOrDefault(name);

    /// <summary>Functions over HTTP have their public addresses; the host calls them here only when set up wrongly.</summary>
    public bool IsHttp(string name) => folders.Find(name) is { Trigger.IsHttp: true };

    /// <exception cref="StartUpException">A function is declared, but nothing serves it.</exception>
    public void CheckComplete()
    {
        var missing = folders.All.Where(f => !f.Trigger.IsHttp && !_invocations.ContainsKey(f.Name)).Select(f => f.Name).ToArray();
        if (missing is not [])
        {
            throw new StartUpException($"Declared by function.json, but without code: {string.Join(", ", missing)}.");
        }
    }
}
