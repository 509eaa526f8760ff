namespace Evaluation.Functions.Callers;

/// <summary>Who did something, as pages name who trails name.</summary>
internal static class CallerWords
{
    public static string Of(string caller) => caller.Split(':', 2) switch
    {
        ["user", var name] => name,
        ["key", var key] => $"clé {key}",
        ["schedule"] => "relevé programmé",
        ["local"] => "poste de développement",
        _ => caller,
    };
}
