using System.Text.Json.Serialization;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports.Papers;

/// <summary>Something that is read in one go.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PaperText), "text")]
[JsonDerivedType(typeof(PaperNote), "note")]
[JsonDerivedType(typeof(PaperList), "list")]
[JsonDerivedType(typeof(PaperFigures), "figures")]
[JsonDerivedType(typeof(PaperReasons), "reasons")]
[JsonDerivedType(typeof(PaperTable), "table")]
[JsonDerivedType(typeof(PaperChart), "chart")]
public abstract record PaperBlock
{
    private protected PaperBlock()
    {
    }
}

/// <summary>A paragraph.</summary>
public sealed record PaperText(string Text) : PaperBlock;

/// <summary>A paragraph that explains what stands above it.</summary>
public sealed record PaperNote(string Text) : PaperBlock;

/// <summary>Sentences of which each stands alone.</summary>
/// <param name="Items">At least one.</param>
public sealed record PaperList(IReadOnlyList<string> Items) : PaperBlock;

/// <summary>A few figures to see first.</summary>
/// <param name="Figures">At least one.</param>
public sealed record PaperFigures(IReadOnlyList<PaperFigure> Figures) : PaperBlock;

/// <summary>A figure to see first.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">As it is read, with its unit.</param>
/// <param name="Comment">What it is compared with; null for nothing.</param>
public sealed record PaperFigure(string Label, string Value, string? Comment);

/// <summary>Terms, each with what explains it.</summary>
/// <param name="Reasons">At least one.</param>
public sealed record PaperReasons(IReadOnlyList<PaperReason> Reasons) : PaperBlock;

/// <summary>A term and what explains it.</summary>
public sealed record PaperReason(string Term, string Explanation);

/// <summary>A chart, with the table of what it shows.</summary>
/// <param name="Name">Name of its files: <c>adhesion</c>.</param>
/// <param name="Sheet">The chart and what must be read with it.</param>
/// <param name="Data">What it shows, as a table.</param>
public sealed record PaperChart(string Name, ChartSheet Sheet, PaperTable Data) : PaperBlock;
