namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>A column of the template.</summary>
/// <param name="Header">French title, which the import knows.</param>
/// <param name="Width">In characters.</param>
/// <param name="IsFilled">Whether the service fills it in; others are locked.</param>
internal sealed record TemplateColumn(string Header, int Width, bool IsFilled);

/// <summary>The columns of the template, in order.</summary>
internal static class TemplateColumns
{
    public const int Value = 6;
    public const int Status = 7;
    public const int Quality = 8;

    public static IReadOnlyList<TemplateColumn> All { get; } =
    [
        new("Indicateur", 12, IsFilled: false),
        new("Libellé", 48, IsFilled: false),
        new("Unité", 12, IsFilled: false),
        new("Membre (SIREN)", 17, IsFilled: false),
        new("Commune", 28, IsFilled: false),
        new("Période", 11, IsFilled: false),
        new("Valeur", 14, IsFilled: true),
        new("Statut", 13, IsFilled: true),
        new("Qualité", 12, IsFilled: true),
        new("Commentaire", 36, IsFilled: true),
    ];

    /// <summary>Whether a header line has every column of the template: it is the template, whatever program wrote it since.</summary>
    public static bool AreAllIn(IReadOnlyList<string> headers)
    {
        var known = headers.Select(header => FoldedText.Of(header)).ToHashSet(StringComparer.Ordinal);
        return All.All(column => known.Contains(FoldedText.Of(column.Header)));
    }
}
