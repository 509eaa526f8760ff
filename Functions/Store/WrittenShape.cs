namespace Evaluation.Functions.Store;

/// <summary>What a converter writes, for who describes documents and answers.</summary>
/// <param name="Type">The type of JSON: <c>string</c>, <c>object</c>.</param>
internal sealed record WrittenShape(string Type)
{
    /// <summary>All that a text may be; null when it may be more than can be listed.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Regular expression that a text fits; null for any.</summary>
    public string? Pattern { get; init; }

    /// <summary>The members of an object, all of them texts, and whether each is always there.</summary>
    public IReadOnlyList<(string Name, bool IsAlways)> Members { get; init; } = [];
}

/// <summary>A converter that writes otherwise than its type says, and says how.</summary>
internal interface IShapedConverter
{
    WrittenShape Shape { get; }
}
