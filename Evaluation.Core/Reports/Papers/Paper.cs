namespace Evaluation.Core.Reports.Papers;

/// <summary>
/// What a reader takes away: words, tables and charts in the order in which they are read. Page, Word document, workbook,
/// table of figures and data are all written from it, so that each says the same.
/// </summary>
/// <param name="Organisation">Who issues it: the community.</param>
/// <param name="Title">What it is about: a service, a commune.</param>
/// <param name="Subject">« Fiche commune, exercice 2025 ».</param>
/// <param name="Identity">Version, day, until when data were taken: one or two sentences.</param>
/// <param name="IsDemonstration">Whether its figures are made up.</param>
/// <param name="Lead">What is to be remembered, in two or three sentences.</param>
/// <param name="Sections">In order.</param>
public sealed record Paper(
    string Organisation,
    string Title,
    string Subject,
    string Identity,
    bool IsDemonstration,
    string Lead,
    IReadOnlyList<PaperSection> Sections)
{
    /// <summary>What is said on each page of a paper whose figures are made up.</summary>
    public const string DemonstrationNotice = "Données de démonstration — chiffres inventés, communes réelles";

    /// <summary>Every table, those of charts included, in order.</summary>
    public IEnumerable<PaperTable> Tables() => Sections.SelectMany(section => section.Blocks).SelectMany(TablesOf);

    /// <summary>Every chart, in order.</summary>
    public IEnumerable<PaperChart> Charts() => Sections.SelectMany(section => section.Blocks).OfType<PaperChart>();

    /// <summary>The tables of a block.</summary>
    public static IEnumerable<PaperTable> TablesOf(PaperBlock block) => block switch
    {
        PaperTable table => [table],
        PaperChart chart => [chart.Data],
        _ => [],
    };
}

/// <summary>A part of a paper.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Blocks">In order.</param>
/// <param name="OnNewPage">Whether it begins a page where pages are printed.</param>
public sealed record PaperSection(string Heading, IReadOnlyList<PaperBlock> Blocks, bool OnNewPage = false);
