namespace Evaluation.Functions.Store;

/// <summary>How a document is put: what must be there already (RFC 9110 § 13), and whether anything is written.</summary>
internal sealed record PutTerms
{
    /// <summary>Any document, or none.</summary>
    public const string Any = "*";

    /// <summary>Whatever is there, written.</summary>
    public static PutTerms Always { get; } = new();

    /// <summary>Tags one of which must be there, or <see cref="Any"/>; null when it is not asked.</summary>
    public IReadOnlyList<string>? IfMatch { get; init; }

    /// <summary>Tags none of which may be there, or <see cref="Any"/>; null when it is not asked.</summary>
    public IReadOnlyList<string>? IfNoneMatch { get; init; }

    /// <summary>Whether nothing is written: the answer says what would become of it.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether what is there lets the document be put.</summary>
    /// <param name="tag">Of the document that is there; null when there is none.</param>
    public bool Admit(string? tag) =>
        (IfMatch is null || Names(IfMatch, tag)) && (IfNoneMatch is null || !Names(IfNoneMatch, tag));

    private static bool Names(IReadOnlyList<string> tags, string? tag) =>
        tag is not null && (tags.Contains(Any, StringComparer.Ordinal) || tags.Contains(tag, StringComparer.Ordinal));
}
